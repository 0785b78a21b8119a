import { execFileSync } from 'node:child_process';

/** With the owners of the files: PostgreSQL may run as another user, and refuses a data directory that is not its own. */
export function copyFolder(from, to) {
  execFileSync('cp', ['-a', from, to]);
}
