import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { cached } from './cached.mjs';
import { findProgram } from './find-program.mjs';

/** Those of its libraries that not every machine has. */
const LIBRARIES = /^(libc-ares2|libcares2|libevent-2)/;

/**
 * PgBouncer from its Debian package, which is not installed because that would start it.
 *
 * @returns its program, and the variables that it needs
 */
export async function pgbouncer() {
  const found = findProgram('pgbouncer');
  if (found) return { program: found, env: {} };
  if (!findProgram('apt-get')) throw new Error('Install pgbouncer so that it is on PATH, then try again');
  const home = await cached('debian-pgbouncer', unpack);
  const libraries = readdirSync(join(home, 'usr/lib'), { recursive: true, withFileTypes: true });
  const folders = libraries.filter(({ name }) => name.includes('.so')).map(({ parentPath }) => parentPath);
  const env = { LD_LIBRARY_PATH: [...new Set(folders)].join(':') };
  return { program: join(home, 'usr/sbin/pgbouncer'), env };
}

async function unpack(folder) {
  const { stdout } = await runCommand('apt-cache', ['depends', 'pgbouncer']);
  const needed = [...stdout.matchAll(/Depends: ([\w.+-]+)/g)].map(([, name]) => name);
  const packages = ['pgbouncer', ...needed.filter((name) => LIBRARIES.test(name))];
  await runCommand('apt-get', ['download', ...packages], { cwd: folder });
  for (const archive of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    await runCommand('dpkg-deb', ['--extract', join(folder, archive), folder]);
  }
}
