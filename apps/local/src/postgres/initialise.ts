import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { passwordVerifier } from '#libs/platform';
import { handedOver, startIn, userWithAccount } from './run-as.js';
import { giveTo, serverUser, type User } from './server-user.js';

/** Independent of the machine's language: the same order of text everywhere. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];

/**
 * Makes a data directory unless there is one. It gets its name when it is whole, so one that was left half-made begins again.
 *
 * @param password of the user `garbanzo`, who may do everything with the server
 */
export async function initialise(initdb: string, dataDir: string, password: string): Promise<void> {
  if (isWhole(dataDir)) return;
  const folder = `${dataDir}.new`;
  for (const left of [dataDir, folder]) rmSync(left, { recursive: true, force: true });
  // Nobody else gets in while it is being made.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const made = await make(initdb, folder, password);
    renameSync(handOver(made, serverUser(dataDir)), dataDir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A copy for the server's user: what another program of the user who made it has open is not the server's. */
function handOver(made: string, user: User | undefined): string {
  if (user === undefined) return made;
  const copy = `${made}.copy`;
  const { status } = spawnSync('cp', ['-Rp', made, copy]);
  if (status !== 0) throw new Error(`${made} could not be copied`);
  giveTo(user, copy);
  return copy;
}

/** initdb writes the one file first, and the other last. */
function isWhole(dataDir: string): boolean {
  return ['global/pg_control', 'postgresql.auto.conf'].every((file) => existsSync(join(dataDir, file)));
}

async function make(initdb: string, folder: string, password: string): Promise<string> {
  const user = userWithAccount(serverUser(folder));
  const directory = join(folder, 'data');
  mkdirSync(directory, { mode: 0o700 });
  giveTo(user, directory);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, passwordVerifier(password), { mode: 0o600 });
  giveTo(user, passwordFile);
  await run(initdb, { directory, passwordFile, user });
  return directory;
}

interface Directory {
  readonly directory: string;
  readonly passwordFile: string;
  readonly user: User | undefined;
}

async function run(initdb: string, { directory, passwordFile, user }: Directory): Promise<void> {
  const descriptor = openSync(passwordFile, 'r');
  const account = [
    '--username=garbanzo',
    '--auth=scram-sha-256',
    `--pwfile=${handedOver(passwordFile, 3, user)}`,
  ];
  const child = await startIn({
    program: initdb,
    args: (place) => [`--pgdata=${place}`, ...account, ...LOCALE],
    directory,
    user,
    stdio: ['ignore', 'ignore', 'pipe', descriptor],
  });
  const problem = child.stderr ? text(child.stderr) : '';
  await once(child, 'exit');
  closeSync(descriptor);
  if (child.exitCode !== 0)
    throw new Error(`${initdb} ended with ${String(child.exitCode)}:\n${await problem}`);
}
