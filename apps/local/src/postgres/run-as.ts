import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { NOBODY, type User } from './server-user.js';

/** A program that works on one directory, and who runs it. */
interface Run {
  readonly program: string;
  readonly args: (directory: string) => readonly string[];
  readonly directory: string;
  readonly user: User | undefined;
  readonly stdio: SpawnOptions['stdio'];
  readonly detached?: boolean;
}

/**
 * Starts a program of PostgreSQL. As another user it has none of our rights, and may be unable to walk down to its
 * directory: below /root, for example. So it is put there before it changes its user, and calls the directory by where it is.
 */
export async function startIn({ program, args, directory, user, ...options }: Run): Promise<ChildProcess> {
  const hasProc = process.platform === 'linux';
  const child =
    user === undefined
      ? spawn(program, args(directory), options)
      : spawn(program, args(hasProc ? '/proc/self/cwd' : directory), { ...options, ...user, cwd: directory });
  try {
    await once(child, 'spawn');
    return child;
  } catch (cause) {
    throw new Error(`${program} could not be started: ${String(cause)}`, { cause });
  }
}

/** Where a file that is handed over is found: its path, or as another user the number that it was handed over by. */
export function handedOver(path: string, descriptor: number, user: User | undefined): string {
  return user !== undefined && process.platform === 'linux' ? `/proc/self/fd/${descriptor}` : path;
}

/** `initdb` wants its user to have an account. */
export function userWithAccount(user: User | undefined): User | undefined {
  return user === undefined ? undefined : NOBODY;
}
