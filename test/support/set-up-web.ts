import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { silent } from './log.js';
import { Person } from './person.js';
import { runStatements } from './run-statements.js';
import { startWeb } from './running-app.js';

/** The owner of the installation. */
export const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };

/** Web on a database in which nobody has an account but Mia, who has set it up. */
export async function startWebSetUp(
  url: string,
  env: NodeJS.ProcessEnv = {},
  logger = silent,
): Promise<NestFastifyApplication> {
  await runStatements(url, 'delete from accounts');
  const web = await startWeb(url, env, logger);
  await new Person(web).post('/setup', MIA);
  return web;
}
