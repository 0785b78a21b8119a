// `make secrets`: makes every credential that the releases need and has not been made yet, encrypted for the people in
// .sops.yaml. What is secret is only ever in memory and in the pipe to sops: killed at any moment, it leaves no plain file.
import { existsSync } from 'node:fs';
import { CREDENTIALS } from './credentials.mjs';
import { encryptTo } from './encrypt.mjs';
import { recipients } from './recipients.mjs';
import { requirePrograms } from './require-programs.mjs';

/** Where the credentials of a release are kept. */
const fileOf = (release) => `k8s/releases/${release}/secrets.yaml`;

await requirePrograms(['sops']);
console.log(`Encrypting for ${await recipients(process.env)}`);

for (const [release, make] of Object.entries(CREDENTIALS)) {
  const file = fileOf(release);
  if (existsSync(file)) {
    console.log(`- ${file} is there already; make secrets-edit RELEASE=${release} changes it`);
  } else {
    await encryptTo(file, await make(process.env));
    console.log(`✓ ${file}`);
  }
}
console.log(
  'Commit them together with .sops.yaml, and keep your private key: without it nobody can read them.',
);
