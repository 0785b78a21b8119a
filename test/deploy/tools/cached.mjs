import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { removeWithThisProcess } from '../../support/end-with-this-process.mjs';
import { root } from '../root.mjs';

/** Where tools are kept; several checkouts may share a folder. */
export const toolsFolder = resolve(root, process.env.GARBANZO_TOOLS_DIR ?? '.tools');

/** For what takes so long that each checkout of its own, and `make clean`, should find it done. */
export const sharedFolder =
  process.env.GARBANZO_TOOLS_DIR === undefined
    ? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'garbanzo')
    : toolsFolder;

/** What is being installed: two checks may ask for the same tool at once. */
const installing = new Map();

/**
 * The folder of a tool, filled by `install(folder)` unless it is there. It gets its name only when it is whole, so an
 * installation that was broken off is done again.
 *
 * @param key the tool's name and version
 */
export function cached(key, install, place = toolsFolder) {
  const folder = installing.get(key) ?? installed(key, install, place).finally(() => installing.delete(key));
  installing.set(key, folder);
  return folder;
}

async function installed(key, install, place) {
  const home = join(place, key.replaceAll('/', '_'));
  if (!existsSync(home)) {
    const partial = `${home}.partial-${process.pid}`;
    const started = Date.now();
    mkdirSync(partial, { recursive: true });
    removeWithThisProcess(partial);
    await install(partial);
    rmSync(home, { recursive: true, force: true });
    renameSync(partial, home);
    console.log(`  installed ${key} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  }
  return home;
}
