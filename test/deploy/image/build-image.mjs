import { join } from 'node:path';
import { root } from '../root.mjs';
import { buildahOn } from './buildah.mjs';
import { npmSettings } from './npm-settings.mjs';
import { standInBase } from './stand-in-base.mjs';

const VERSION = '0.1.0-check';
const REVISION = '0123456789abcdef';

/**
 * Builds docker/Dockerfile as it is, and answers with what the image says of itself and with the folder of its files.
 * `remove()` takes the folder away again.
 */
export async function buildImage(scratch) {
  const buildah = await buildahOn({
    storage: join(scratch, 'storage'),
    run: join(scratch, 'run'),
    images: await standInBase(),
  });
  const options = ['--isolation', 'chroot', '--format', 'docker', '--pull-never', ...npmSettings(scratch)];
  const args = ['--build-arg', `VERSION=${VERSION}`, '--build-arg', `REVISION=${REVISION}`];
  const file = join(root, 'docker/Dockerfile');
  await buildah('build', ...options, ...args, '--file', file, '--tag', 'garbanzo', root);
  const { Docker } = JSON.parse(await buildah('inspect', '--type', 'image', 'garbanzo'));
  await buildah('from', '--pull-never', '--name', 'garbanzo', 'garbanzo');
  return {
    config: Docker.config,
    tree: await buildah('mount', 'garbanzo'),
    remove: () => buildah('rm', '--all'),
  };
}

/** @throws Error when the image does not say who it is, as whom it runs, and whether it is well */
export function assertDescribed({ User, Labels, Healthcheck, Entrypoint, Cmd }) {
  const expected = {
    User: '1000:1000',
    Entrypoint: ['garbanzo'],
    Cmd: ['web'],
    version: VERSION,
    revision: REVISION,
    healthcheck: ['CMD', 'node', 'docker/healthcheck.mjs'],
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
