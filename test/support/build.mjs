import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const SOURCES = [
  'apps',
  'libs',
  'migrations',
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  '.swcrc',
];

/** A file whose time says when the sources were read that dist was made of. */
const STAMP = 'dist/.built';

/** Compiles what the tests start as processes, unless no source has changed since. @throws Error when it fails */
export function buildIfChanged() {
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((path) => latestChange(path) < built)) return;
  const begun = new Date();
  const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build', 'web'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
  writeFileSync(STAMP, '');
  utimesSync(STAMP, begun, begun);
}

/** In a folder also when something was removed: that changes the time of the folder (milliseconds since 1970). */
function latestChange(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return path.endsWith('.spec.ts') ? 0 : own.mtimeMs;
  const inside = readdirSync(path).map((name) => latestChange(join(path, name)));
  return Math.max(own.mtimeMs, ...inside);
}
