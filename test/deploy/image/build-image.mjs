import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

const VERSION = '0.1.0-check';
const REVISION = '0123456789abcdef';

/** Builds docker/Dockerfile as it is, and answers with what the image says of itself. */
export async function buildImage(engine) {
  const args = ['--build-arg', `VERSION=${VERSION}`, '--build-arg', `REVISION=${REVISION}`];
  const file = join(root, 'docker/Dockerfile');
  await engine.docker('build', '--file', file, ...args, '--tag', 'garbanzo', root);
  return JSON.parse(await engine.docker('image', 'inspect', '--format', '{{ json .Config }}', 'garbanzo'));
}

/** Copies what the image runs from into a folder, with their owners. */
export async function copyApp(engine, folder) {
  mkdirSync(folder);
  const container = await engine.docker('create', 'garbanzo');
  await engine.docker('cp', '--archive', `${container}:/app`, folder);
  return join(folder, 'app');
}

/** @throws Error when the image does not say who it is, as whom it runs, and whether it is well */
export function assertDescribed({ User, Labels, Healthcheck, Entrypoint, Cmd }) {
  const expected = {
    User: '1000:1000',
    Entrypoint: ['garbanzo'],
    Cmd: ['web'],
    version: VERSION,
    revision: REVISION,
    healthcheck: ['CMD', 'bash', 'docker/healthcheck.sh'],
  };
  const label = (name) => Labels[`org.opencontainers.image.${name}`];
  const found = {
    User,
    Entrypoint,
    Cmd,
    version: label('version'),
    revision: label('revision'),
    healthcheck: Healthcheck?.Test,
  };
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`The image says ${JSON.stringify(found)}\nand not ${JSON.stringify(expected)}`);
  }
}
