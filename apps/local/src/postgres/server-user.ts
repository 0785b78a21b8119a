import { spawnSync } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';

/** Whom a program runs as. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** An account that there is on every Linux, and that other programs run as, too. */
export const NOBODY: User = { uid: 65_534, gid: 65_534 };

export const ROOT: User = { uid: 0, gid: 0 };

/** An id without an account. Between 60706 and 61183 neither distributions nor systemd give any away. */
const OWN_ID = 60_843;

const isRoot = process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root: for root it runs as whoever owns its data, and has no right to anything else.
 * Undefined for everybody else: then it runs as they do.
 */
export function serverUser(dataDir: string): User | undefined {
  if (!isRoot) return undefined;
  const { uid, gid } = lstatSync(dataDir, { throwIfNoEntry: false }) ?? NOBODY;
  // What version 0.1.0 has made belongs to nobody, and so to every program that runs as nobody.
  return [0, NOBODY.uid].includes(uid) ? { uid: OWN_ID, gid: OWN_ID } : { uid, gid };
}

/**
 * Gives a file, or a directory and all that is in it, to a user. By the system's own program, which no link leads astray
 * that whoever had it before may be putting there meanwhile.
 */
export function giveTo(user: User | undefined, path: string): void {
  if (user === undefined) return;
  const { status } = spawnSync('chown', ['-RhP', `${user.uid}:${user.gid}`, path]);
  if (status !== 0) throw new Error(`${path} could not be given to the user ${user.uid}`);
}

/** Whether a process runs as this user: only Linux tells. */
export function isRunBy({ uid }: User, pid: number): boolean {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid === uid;
}
