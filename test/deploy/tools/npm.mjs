import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { cached } from './cached.mjs';

/** A program of an npm package, pinned, beside the project's own dependencies rather than among them. */
export async function npmTool({ package: packageName, version, program }) {
  const home = await cached(`npm-${packageName}@${version}`, async (folder) => {
    const options = ['--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    await runCommand('npm', ['install', ...options, `${packageName}@${version}`], { cwd: folder });
  });
  return join(home, 'node_modules/.bin', program);
}
