import 'reflect-metadata';
import 'temporal-polyfill/global';
import cluster from 'node:cluster';
import {
  configOrExit,
  createLogger,
  HealthReport,
  internalsOf,
  Metrics,
  runUntilSignal,
  serveInternals,
} from '#libs/platform';
import { createApp } from './create-app.js';
import { tellMetrics } from './cluster-metrics.js';
import { tellReadiness } from './cluster-readiness.js';
import { superviseProcesses } from './supervise-processes.js';

const config = configOrExit('web');
const logger = createLogger('web', config);

if (cluster.isPrimary && config.webConcurrency > 1) {
  await superviseProcesses(config, logger);
} else {
  const app = await createApp(config, logger);
  if (cluster.isWorker) {
    tellMetrics(app.get(Metrics).registry);
    tellReadiness(app.get(HealthReport));
  } else {
    await serveInternals(internalsOf(app), config.internal);
  }
  await runUntilSignal(app, config);
  logger.info({ port: config.port }, 'ready to serve');
}
