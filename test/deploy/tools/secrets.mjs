import { dirname } from 'node:path';
import { aptTool } from './debian.mjs';
import { goTool } from './go.mjs';

/** The path of sops. */
export const sops = () =>
  goTool({ module: 'github.com/getsops/sops/v3/cmd/sops', version: 'v3.13.3', binary: 'sops' });

/** The folders of sops, age-keygen and gpg, for a PATH. */
export async function secretsTools() {
  const programs = [await sops(), await aptTool('age', 'age-keygen'), await aptTool('gnupg', 'gpg')];
  return programs.map((program) => dirname(program));
}
