import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, encode } from '@jridgewell/sourcemap-codec';
import { minifySync } from 'rolldown/utils';

/** Each process in one file, made of what `nest build` has compiled: it starts in half the time (ADR 18). */
const FOLDER = fileURLToPath(new URL('dist/bundle/', import.meta.url));
const COMPILED = `${FOLDER}compiled`;
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

/** What rolldown writes before each file. */
const PACKAGE = /^\s*\/\/ (node_modules\/\S+)$/;

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

/** What packages say of their lines would be most of a source map. */
const packages = {
  name: 'packages',
  load: {
    filter: { id: /\/node_modules\/.*\.[cm]?js$/ },
    handler: (id) => ({ code: readFileSync(id, 'utf8'), map: { mappings: '' } }),
  },
};

/**
 * In a stack trace, what is in a package leads to the beginning of its file. Without a place of its own it would lead to whatever
 * file of ours stands before it in the bundle.
 */
const placesOfPackages = {
  name: 'places-of-packages',
  writeBundle({ file }) {
    const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
    const mappings = decode(map.mappings);
    readFileSync(file, 'utf8')
      .split('\n')
      .forEach((line, index) => {
        const [, path] = PACKAGE.exec(line) ?? [];
        if (path !== undefined) mappings[index] = [[0, map.sources.push(`../../${path}`) - 1, 0, 0]];
      });
    writeFileSync(`${file}.map`, JSON.stringify({ ...map, mappings: encode(mappings) }));
  },
};

/** V8 keeps a file with a single character that is not Latin in two bytes for each: 12 MiB for both processes. */
const ascii = {
  name: 'ascii',
  writeBundle({ file }) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(\\*)([^\0-\x7f])/g, inAscii));
  },
};

/** One with a backslash before it, as in a pattern of `chrono-node`, means itself; a backslash with another one before it means a backslash. */
function inAscii(_, backslashes, character) {
  const isEscaped = backslashes.length % 2 === 1;
  return (isEscaped ? backslashes.slice(1) : backslashes) + escape(character);
}

const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Node's `http` without what it only passes on from undici: an import as a module would load that as well, an eighth of what web
 * takes to start. A name that is missing here fails the build.
 */
const http = {
  name: 'http',
  resolveId: {
    filter: { id: /^(?:node:)?http$/ },
    handler: (_id, _importer, { kind }) => (kind === 'import-statement' ? '\0http' : null),
  },
  load: {
    filter: { id: /^\0http$/ },
    handler: () => `const http = process.getBuiltinModule('node:http');
export default http;
export const { Agent, IncomingMessage, METHODS, STATUS_CODES, Server, ServerResponse, createServer, request } = http;`,
  },
};

/**
 * What is run: it has Node keep what V8 has compiled, and take it from there at the next start. Where the folder cannot be
 * written, Node does without.
 */
const entry = (name, options) => ({
  name: 'entry',
  writeBundle() {
    rmSync(COMPILED, { recursive: true, force: true });
    const file = `${FOLDER}${name}.js`;
    writeFileSync(
      file,
      `#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --enable-source-maps ${options}
import { enableCompileCache } from 'node:module';
enableCompileCache({ directory: new URL('${relative(FOLDER, COMPILED)}', import.meta.url).pathname, portable: true });
await import('./${name}.bundle.js');
`,
    );
    chmodSync(file, 0o755);
  },
});

const ASSETS = new URL('dist/apps/web/assets/', import.meta.url);

/** Joined as they are: each sees what the other one declares, by its name. */
const JOINED = new Set(['drag.js', 'dragged-row.js']);

/** What browsers load, without its comments and with short names: half of what it weighs. Whoever works on it has it as it is written. */
const scripts = {
  name: 'scripts',
  writeBundle() {
    for (const file of readdirSync(ASSETS).filter((name) => name.endsWith('.js'))) {
      const place = new URL(file, ASSETS);
      // Each of the others is a module, or stands in a block of one: what it declares has no name outside.
      const mangle = { toplevel: !JOINED.has(file) };
      const { code, errors } = minifySync(file, readFileSync(place, 'utf8'), { module: true, mangle });
      if (errors.length > 0) throw new Error(`${file} cannot be made shorter`, { cause: errors });
      writeFileSync(place, code);
    }
  },
};

/** Comments and indentation: nothing in our styles looks like one of them inside of a text. */
const UNREAD = /\/\*[^]*?\*\/\s*|(?<=\n)[ ]+/g;

/** What browsers load, without what only people read: a fifth of what it weighs. */
const styles = {
  name: 'styles',
  writeBundle() {
    const folder = new URL('css/', ASSETS);
    for (const file of readdirSync(folder)) {
      const place = new URL(file, folder);
      writeFileSync(place, readFileSync(place, 'utf8').replaceAll(UNREAD, ''));
    }
  },
};

export default Object.entries(OPTIONS).map(([name, options]) => ({
  input: `dist/apps/${name}/src/main.js`,
  platform: 'node',
  external: OPTIONAL,
  plugins: [
    ownFiles,
    packages,
    http,
    entry(name, options),
    placesOfPackages,
    ...(name === 'admin' ? [] : [ascii]),
    ...(name === 'web' ? [scripts, styles] : []),
  ],
  output: {
    file: `${FOLDER}${name}.bundle.js`,
    format: 'esm',
    codeSplitting: false,
    // Nest and pg-boss use the names of classes.
    keepNames: true,
    sourcemap: true,
  },
}));
