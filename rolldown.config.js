import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Each process in one file, made of what `nest build` has compiled: it starts in half the time (ADR 18). */
const FOLDER = fileURLToPath(new URL('dist/bundle/', import.meta.url));
const OWN = /\/dist\/(?:apps|libs|migrations)\/.*\.js$/;

/** What packages would take if it were installed. */
const OPTIONAL = [
  /^@nestjs\/(?:microservices|platform-express|websockets)(?:\/|$)/,
  /^@fastify\/(?:multipart|static|view)$/,
  /^class-(?:transformer|validator)$/,
  'pg-native',
  'dataloader',
  'prettier',
  'typescript',
];

/**
 * How Node is started: the first line of each file says it, so that no place that starts it need know. The sizes (in MiB)
 * make Node collect garbage earlier; otherwise it would use whatever memory the machine has. One arena, because memory
 * that one thread has freed is of no use to others, and Node has some that pack assets and answers.
 */
const OPTIONS = {
  web: '--max-semi-space-size=4',
  worker: '--max-semi-space-size=4',
  admin: '--max-semi-space-size=24 --max-old-space-size=1024',
};

/** A compiled file goes on finding what lies beside it, and its source map leads on to the TypeScript. */
const ownFiles = {
  name: 'own-files',
  load: {
    filter: { id: OWN },
    handler(id) {
      const place = relative(FOLDER, id).split(sep).join('/');
      const code = readFileSync(id, 'utf8').replaceAll(
        'import.meta.url',
        `new URL(${JSON.stringify(place)}, import.meta.url).href`,
      );
      return { code, map: mapOf(id) };
    },
  },
};

/** Without the sources themselves: it is read whenever a process starts. */
function mapOf(id) {
  return { ...JSON.parse(readFileSync(`${id}.map`, 'utf8')), sourcesContent: [] };
}

/** What packages say of their files would be most of a source map. */
const packages = {
  name: 'packages',
  load: {
    filter: { id: /\/node_modules\/.*\.[cm]?js$/ },
    handler: (id) => ({ code: readFileSync(id, 'utf8'), map: { mappings: '' } }),
  },
};

/** V8 keeps a file with a single character that is not Latin in two bytes for each: 12 MiB for both processes. */
const ascii = {
  name: 'ascii',
  writeBundle({ file }) {
    const code = readFileSync(file, 'utf8');
    const escaped = /\\[^\0-\x7f]/.exec(code);
    if (escaped !== null)
      throw new Error(`A character with a backslash before it cannot be escaped: ${escaped[0]}`);
    writeFileSync(file, code.replaceAll(/[^\0-\x7f]/g, escape));
  },
};

const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const executable = {
  name: 'executable',
  writeBundle({ file }) {
    chmodSync(file, 0o755);
  },
};

export default Object.entries(OPTIONS).map(([name, options]) => ({
  input: `dist/apps/${name}/src/main.js`,
  platform: 'node',
  external: OPTIONAL,
  plugins: [ownFiles, packages, executable, ...(name === 'admin' ? [] : [ascii])],
  output: {
    file: `${FOLDER}${name}.js`,
    format: 'esm',
    banner: `#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --enable-source-maps ${options}`,
    codeSplitting: false,
    // Nest and pg-boss use the names of classes.
    keepNames: true,
    sourcemap: true,
  },
}));
