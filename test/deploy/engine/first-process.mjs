import { readFileSync } from 'node:fs';

/** The number, as it is seen here, of the first process in the namespace that `unshare --fork` with this number has made. */
export function firstProcessOf(pid) {
  const child = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
  if (!child) throw new Error('unshare has started nothing yet');
  return child;
}
