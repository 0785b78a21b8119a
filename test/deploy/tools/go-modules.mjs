import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { goBinary, goEnvironment } from './go.mjs';

/** Where the sources of a module are, in Go's own cache: `{Dir, GoMod}`. */
export async function downloadModule(module, version) {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-go-'));
  const run = async (...args) => {
    const options = { cwd: folder, env: await goEnvironment() };
    return (await runCommand(await goBinary(), args, options)).stdout;
  };
  try {
    await run('mod', 'init', 'nothing');
    return JSON.parse(await run('mod', 'download', '-json', `${module}@${version}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
