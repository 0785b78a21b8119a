import 'reflect-metadata';
import 'temporal-polyfill/global';
import cluster from 'node:cluster';
import { createLogger, configOrExit, Metrics, runUntilSignal } from '#libs/platform';
import { createApp } from './create-app.js';
import { metricsOfAll } from './cluster-metrics.js';
import { superviseProcesses } from './supervise-processes.js';

const config = configOrExit('web');
const logger = createLogger('web', config);

if (cluster.isPrimary && config.webConcurrency > 1) {
  superviseProcesses(config.webConcurrency, logger);
} else {
  const app = await createApp(config, logger);
  if (cluster.isWorker) app.get(Metrics).exposition = metricsOfAll(app.get(Metrics).registry);
  await runUntilSignal(app, config);
  logger.info({ port: config.port }, 'ready to serve');
}
