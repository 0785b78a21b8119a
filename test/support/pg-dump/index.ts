import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('pg-dump.mjs', import.meta.url));

/** What pg_dump writes of a database, as statements. */
export async function pgDump(url: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, ...options], {
    maxBuffer: 1 << 28,
  });
  return stdout;
}
