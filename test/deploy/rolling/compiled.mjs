import 'temporal-polyfill/global';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';

/**
 * The load and the checker of our promises, which are written in TypeScript for Jest: compiled, beside what they use of the
 * app. They look at what is built, as processes do.
 */
export async function compiledInvariants(env) {
  const options = [
    '--extensions',
    '.ts',
    '--copy-files',
    '--ignore',
    '**/*.spec.ts',
    '--out-dir',
    'dist',
    '--quiet',
  ];
  await runCommand('swc', ['test/invariants', 'test/support', 'test/drill', ...options], { cwd: root, env });
  const [{ Invariants, Witness }, { Load }, { watch }, { fillLog }, { openDatabase }] = await Promise.all([
    load('invariants/invariants.js'),
    load('invariants/load.js'),
    load('invariants/watch.js'),
    load('drill/fill-log.js'),
    load('support/log.js'),
  ]);
  return { Invariants, Witness, Load, watch, fillLog, openDatabase };
}

const load = (name) => import(join(root, 'dist/test', name));
