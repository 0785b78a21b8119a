// `make secrets`: makes every credential that the releases need and has not been made yet, encrypted for the people in
// .sops.yaml. What is secret is only ever in memory and in the pipe to sops: killed at any moment, it leaves no plain file.
import { existsSync } from 'node:fs';
import { complain } from './complain.mjs';
import { CREDENTIALS } from './credentials.mjs';
import { encryptTo } from './encrypt.mjs';
import { recipients } from './recipients.mjs';
import { requirePrograms } from './require-programs.mjs';

await createSecrets().catch(complain);

async function createSecrets() {
  requirePrograms(['sops']);
  console.log(`Encrypting for ${await recipients(process.env)}`);
  for (const [release, make] of Object.entries(CREDENTIALS)) await createUnlessThere(release, make);
  console.log('Commit them with .sops.yaml, and keep your private key: without it nobody can read them.');
}

async function createUnlessThere(release, make) {
  const file = `k8s/releases/${release}/secrets.yaml`;
  if (existsSync(file)) {
    console.log(`- ${file} is there already; make secrets-edit RELEASE=${release} changes it`);
  } else {
    await encryptTo(file, await make(process.env));
    console.log(`✓ ${file}`);
  }
}
