import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

const FILE = 'docker/deploy.Dockerfile';

/** The shell commands of the only RUN of docker/deploy.Dockerfile that has these words. */
export function commandsWith(words) {
  const found = instructions().filter(({ name, rest }) => name === 'RUN' && rest.includes(words));
  if (found.length !== 1) throw new Error(`${FILE} has ${found.length} RUN with "${words}", not one`);
  return found[0].rest;
}

function instructions() {
  const text = readFileSync(join(root, FILE), 'utf8');
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  return lines.filter(Boolean).map((line) => {
    const [name, ...rest] = line.split(' ');
    return { name, rest: rest.join(' ') };
  });
}
