import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { cached } from './cached.mjs';
import { findProgram } from './find-program.mjs';

/** A program of the system, installed from Debian's packages when it is missing and we are root. */
export async function aptTool(packageName, program = packageName) {
  const found = findProgram(program);
  if (found) return found;
  await install(packageName, program);
  const installed = findProgram(program);
  if (installed) return installed;
  throw new Error(`The package ${packageName} brought no program ${program}`);
}

async function install(packageName, program) {
  if (!findProgram('apt-get') || process.getuid?.() !== 0) {
    throw new Error(`Install ${program} (on Debian: sudo apt-get install ${packageName}), then try again`);
  }
  await refreshLists();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['install', '--yes', '--no-install-recommends', packageName], { env });
  console.log(`  installed ${packageName} from Debian`);
}

let refreshed;

/** Once in a run: a fresh machine has no lists, an old one has lists of packages that are gone. */
function refreshLists() {
  refreshed ??= runCommand('apt-get', ['update']);
  return refreshed;
}

/**
 * One file of a Debian package that is not installed, because installing it would start a server: promtool comes with
 * prometheus. For programs that need no other package.
 */
export async function debianFile({ package: packageName, file }) {
  const program = file.split('/').at(-1);
  const found = findProgram(program);
  if (found) return found;
  if (!findProgram('apt-get')) throw new Error(`Install ${program} so that it is on PATH, then try again`);
  const home = await cached(`debian-${packageName}`, (folder) => unpack(packageName, folder));
  return join(home, file);
}

async function unpack(packageName, folder) {
  if (process.getuid?.() === 0) await refreshLists();
  await runCommand('apt-get', ['download', packageName], { cwd: folder });
  const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
  await runCommand('dpkg-deb', ['--extract', join(folder, archive), folder]);
  if (!existsSync(join(folder, 'usr'))) throw new Error(`${archive} has no files`);
}
