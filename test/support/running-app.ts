import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig, type Logger } from '#libs/platform';
import type { Projection } from '#libs/projections';
import { createApp } from '../../apps/web/src/create-app.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { opened } from './leftovers.js';
import { silent } from './log.js';

const server = (app: NestFastifyApplication) => app.getHttpAdapter();

/** The web app on this database, answering but not listening. */
export function startWeb(
  url: string,
  env: NodeJS.ProcessEnv = {},
  logger = silent,
): Promise<NestFastifyApplication> {
  return opened('web', openWeb(url, env, logger), server);
}

async function openWeb(url: string, env: NodeJS.ProcessEnv, logger: Logger): Promise<NestFastifyApplication> {
  const app = await createApp(loadConfig({ NODE_ENV: 'production', DATABASE_URL: url, ...env }), logger);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** A worker on this database, folding. */
export function startWorker(
  url: string,
  projections?: readonly Projection[],
): Promise<NestFastifyApplication> {
  return opened('a worker', openWorker(url, projections), server);
}

async function openWorker(
  url: string,
  projections: readonly Projection[] | undefined,
): Promise<NestFastifyApplication> {
  const config = loadConfig({ NODE_ENV: 'production', DATABASE_URL: url });
  const module = WorkerModule.for(config, silent, projections);
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
