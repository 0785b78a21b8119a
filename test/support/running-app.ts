import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#libs/platform';
import type { Projection } from '#libs/projections';
import { createApp } from '../../apps/web/src/create-app.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { silent } from './log.js';

/** The web app on this database, answering but not listening. */
export async function startWeb(url: string, env: NodeJS.ProcessEnv = {}): Promise<NestFastifyApplication> {
  const app = await createApp(loadConfig({ NODE_ENV: 'production', DATABASE_URL: url, ...env }), silent);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** A worker on this database, folding. */
export async function startWorker(
  url: string,
  projections?: readonly Projection[],
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
