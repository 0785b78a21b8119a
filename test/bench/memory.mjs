import { readFileSync } from 'node:fs';

/** The memory of a process in MiB, with its share of what it has in common with others: only such figures can be added up. */
export function memoryOf(pid) {
  const [, kibibytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(kibibytes) / 1024;
}
