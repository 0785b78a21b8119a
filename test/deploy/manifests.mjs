import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { goBinary, goEnvironment } from './tools.mjs';
import { cached } from './tools/cached.mjs';

const sources = join(root, 'test/deploy/manifests');

/**
 * Holds manifests, as one text, against the Go types of Kubernetes 1.36 and of the custom resources that we use.
 *
 * @throws Error naming each key that does not exist, and each pod that is not "restricted"
 */
export async function mustBeValid(manifests) {
  await runCommand(await program(), [], { input: manifests });
}

/** Compiled once for each state of its sources. */
async function program() {
  const hash = createHash('sha256');
  for (const file of readdirSync(sources).sort()) hash.update(readFileSync(join(sources, file)));
  const home = await cached(`manifests-${hash.digest('hex').slice(0, 12)}`, async (folder) => {
    const args = ['build', '-o', join(folder, 'manifests'), '.'];
    await runCommand(await goBinary(), args, { cwd: sources, env: await goEnvironment() });
  });
  return join(home, 'manifests');
}
