import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onLoopback } from '../cluster/addresses.mjs';

const resolver = fileURLToPath(new URL('resolve-services.mjs', import.meta.url));

/**
 * What a container of our image runs on this machine: its entry point with the container's arguments, of the version that the
 * tag names, or a command that is in the image.
 *
 * @param trees the folder of each version, by its tag
 * @param api who knows the addresses of Services
 */
export function programsOf(trees, services) {
  return ({ image, command, args = [] }) => {
    const cwd = trees[image.split(':').at(-1)];
    if (cwd === undefined) throw new Error(`There is no image ${image}`);
    const [name, ...more] = command ?? [];
    if (name === 'node') {
      const env = { NODE_OPTIONS: `--import ${resolver}`, SERVICES: JSON.stringify(services()) };
      return { command: process.execPath, args: [...more, ...args], cwd, env };
    }
    const [program, ...rest] = args;
    return { command: process.execPath, args: [join(cwd, 'dist/bundle', `${program}.js`), ...rest], cwd };
  };
}

/** Where the Services of a list are found on this machine, by their names. */
export const addressesOf = (services) =>
  Object.fromEntries(services.map(({ metadata, spec }) => [metadata.name, onLoopback(spec.clusterIP)]));
