import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chownSync } from 'node:fs';

/** `nobody`: there on every Linux, so no user has to be made. */
const NOBODY = 65534;

const CAPABILITIES = '+dac_override,+dac_read_search';

const isRoot = process.getuid?.() === 0;

/**
 * Starts a program of PostgreSQL, which refuses to run as root. For root it runs as `nobody`, keeping only the right to
 * pass through directories that are closed to others: a checkout below /root works as well.
 */
export function spawnUnprivileged(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  if (!isRoot) return spawn(program, args, options);
  const user = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const keep = [`--inh-caps=${CAPABILITIES}`, `--ambient-caps=${CAPABILITIES}`];
  return spawn('setpriv', [...user, ...keep, program, ...args], options);
}

/** Gives a file or directory to the user that PostgreSQL runs as. */
export function giveToServer(path: string): void {
  if (isRoot) chownSync(path, NOBODY, NOBODY);
}

/** @throws Error saying what to do, when root has no way to run something as somebody else */
export function assertRunnable(): void {
  if (isRoot && spawnSync('setpriv', ['--version']).error !== undefined) {
    throw new Error(
      'PostgreSQL refuses to run as root, and there is no setpriv (util-linux) to run it as somebody else. ' +
        'Run this as another user, or give DATABASE_URL.',
    );
  }
}
