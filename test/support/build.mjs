import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'apps',
  'libs',
  'migrations',
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'rolldown.config.js',
  '.swcrc',
];

/** A file whose time says when the sources were read that dist was made of. */
const STAMP = 'dist/.built';

/** Compiles what the tests start as processes, unless no source has changed since. @throws Error when it fails */
export function buildIfChanged() {
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((path) => latestChange(path) < built)) return;
  const begun = new Date();
  run('node_modules/@nestjs/cli/bin/nest.js', 'build', 'web');
  run('node_modules/rolldown/bin/cli.mjs', '--config');
  writeFileSync(STAMP, '');
  utimesSync(STAMP, begun, begun);
}

function run(script, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}

/** In a folder also when something was removed: that changes the time of the folder (milliseconds since 1970). */
function latestChange(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return path.endsWith('.spec.ts') ? 0 : own.mtimeMs;
  const inside = readdirSync(path).map((name) => latestChange(join(path, name)));
  return Math.max(own.mtimeMs, ...inside);
}
