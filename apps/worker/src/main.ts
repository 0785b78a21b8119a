import 'reflect-metadata';
import 'temporal-polyfill/global';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, configOrExit, NestLogger, runUntilSignal } from '#libs/platform';
import { WorkerModule } from './worker.module.js';

const config = configOrExit('worker');
const logger = createLogger('worker', config);
const app = await NestFactory.create<NestFastifyApplication>(
  WorkerModule.for(config, logger),
  new FastifyAdapter({ requestTimeout: 10_000 }),
  { logger: new NestLogger(logger) },
);
await runUntilSignal(app, { port: config.workerPort, address: config.address });
logger.info({ port: config.workerPort }, 'ready to project');
