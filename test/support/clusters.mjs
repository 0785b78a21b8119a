import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyFolder } from './copy-folder.mjs';

const CACHE = resolve('node_modules/.cache/garbanzo-clusters');

/** Everything that decides what is in a data directory. */
const MADE_OF = ['dist/libs', 'dist/migrations', 'dist/apps/local/src/postgres', 'package-lock.json'];

/**
 * A folder with two data directories of PostgreSQL that tests copy: `empty`, as initdb leaves it, and `migrated`, with a
 * database that has the whole schema. Both are kept until what they are made of has changed.
 *
 * @param folder for what is written while they are made
 */
export async function findClusters(folder) {
  const clusters = join(CACHE, hashOf(MADE_OF));
  if (existsSync(clusters)) return clusters;
  // Not before they are needed: it takes a second to load.
  const { makeClusters } = await import('./make-clusters.mjs');
  const made = join(folder, 'clusters');
  await makeClusters(made);
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const copy = `${clusters}-${process.pid}`;
  copyFolder(made, copy);
  // In one step, so that another run never finds half of them.
  renameSync(copy, clusters);
  rmSync(made, { recursive: true });
  return clusters;
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true }).filter((name) => name.endsWith('.js'));
  return names.toSorted((one, other) => one.localeCompare(other)).map((name) => join(path, name));
}
