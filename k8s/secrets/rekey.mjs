// `make secrets-rekey`: encrypts every file for those who are in .sops.yaml now. Somebody who has left knows the old
// values all the same: change them, too.
import { complain } from './complain.mjs';
import { requirePrograms } from './require-programs.mjs';
import { run } from './run.mjs';
import { secretsFiles } from './secrets-files.mjs';

await rekey().catch(complain);

async function rekey() {
  requirePrograms(['sops']);
  for (const file of secretsFiles()) {
    await run('sops', ['updatekeys', '--yes', file]);
    // A new data key, too: who could read the file before may have kept the old one.
    await run('sops', ['rotate', '--in-place', file]);
    console.log(`✓ ${file}`);
  }
}
