import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, loadConfig, NestLogger, runUntilSignal } from '#libs/platform';
import { WorkerModule } from './worker.module.js';

const config = loadConfig();
const logger = createLogger('worker', config);
const app = await NestFactory.create<NestFastifyApplication>(
  WorkerModule.for(config, logger),
  new FastifyAdapter({ requestTimeout: 10_000 }),
  { logger: new NestLogger(logger) },
);
await runUntilSignal(app, config.workerPort);
logger.info({ port: config.workerPort }, 'ready to project');
