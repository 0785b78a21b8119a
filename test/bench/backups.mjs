import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { garbanzo } from './command-line.mjs';
import { plainRow } from './table.mjs';

/** How fast a log is backed up, and restored into an empty database with its tables built and verified. */
export async function measureBackups(database, empty) {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-bench-'));
  const file = join(folder, 'backup');
  try {
    const backup = await garbanzo(database, 'backup', file);
    const restore = await garbanzo(empty, 'restore', file);
    const [{ count }] = await empty.owner.query('select count(*) from events');
    const size = `${(statSync(file).size / 1024 ** 2).toFixed(0)} MiB`;
    return [
      plainRow('backup', `${describe(count, backup)}, ${size}`),
      plainRow('restore', describe(count, restore)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function describe(events, { seconds, memory }) {
  return `${Math.round(events / seconds).toLocaleString('en')} events/s, with ${memory.toFixed(0)} MiB of memory`;
}
