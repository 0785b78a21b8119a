import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from './settings.js';

/**
 * Puts the made-up year of a household into a database that was migrated, and has nothing in it.
 *
 * @throws Error when that fails, for example because there is something in it; what was written to the terminal says why
 */
export function putExampleData({ root }: Settings, env: NodeJS.ProcessEnv): void {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-example-'));
  const file = join(folder, 'year.backup');
  try {
    run([process.execPath, join(root, 'dist/apps/example-data/src/main.js'), file], env);
    run([join(root, 'dist/bundle/admin.js'), 'restore', file], env);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('The example data were not put into the database.');
}
