import 'reflect-metadata';
import 'temporal-polyfill/global';
import { NestFactory } from '@nestjs/core';
import {
  configOrExit,
  createLogger,
  endAtSignal,
  internalsOf,
  NestLogger,
  serveInternals,
} from '#libs/platform';
import { WorkerModule } from './worker.module.js';

const config = configOrExit('worker');
const logger = createLogger('worker', config);
const app = await NestFactory.createApplicationContext(WorkerModule.for(config, logger), {
  logger: new NestLogger(logger),
});
endAtSignal(app);
await serveInternals(internalsOf(app), config.internal);
logger.info({ port: config.internal.port }, 'ready to project');
