import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { giveToServer, spawnUnprivileged } from './unprivileged.js';

/** Independent of the machine's language: the same order of text everywhere. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];

/**
 * Makes a data directory unless there is one. One that was left half-made begins again.
 *
 * @param password of the user `garbanzo`, who owns the server
 */
export async function initialise(initdb: string, dataDir: string, password: string): Promise<void> {
  // initdb writes this file last but one; without it nothing of value is here yet.
  if (existsSync(join(dataDir, 'global', 'pg_control')) && existsSync(join(dataDir, 'postgresql.auto.conf')))
    return;
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  giveToServer(dataDir);
  const passwordFile = `${dataDir}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveToServer(passwordFile);
  try {
    const account = ['--username=garbanzo', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await run(initdb, [`--pgdata=${dataDir}`, ...account, ...LOCALE]);
  } finally {
    rmSync(passwordFile);
  }
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawnUnprivileged(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const problem = child.stderr ? text(child.stderr) : '';
  await once(child, 'exit');
  if (child.exitCode !== 0)
    throw new Error(`${program} ended with ${String(child.exitCode)}:\n${await problem}`);
}
