import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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

/** Gives a file, or a directory and all that is in it, to a user. */
export function giveTo(user: User | undefined, path: string): void {
  if (user === undefined) return;
  const { uid, gid } = user;
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  if (found.isDirectory()) for (const name of readdirSync(path)) giveTo(user, join(path, name));
  chownSync(path, uid, gid);
}
