// `make secrets-edit RELEASE=concourse`: sops opens the decrypted file in $EDITOR and encrypts it again.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { complain } from './complain.mjs';
import { requirePrograms } from './require-programs.mjs';
import { secretsFiles } from './secrets-files.mjs';

try {
  edit(process.argv[2]);
} catch (error) {
  complain(error);
}

function edit(release) {
  requirePrograms(['sops']);
  const file = `k8s/releases/${release}/secrets.yaml`;
  if (!existsSync(file)) throw new Error(`Say which: make secrets-edit RELEASE=${there()}`);
  // While the editor is open sops keeps a plain copy: in memory, where the system has such a folder.
  const memory = existsSync('/dev/shm') ? { TMPDIR: '/dev/shm' } : {};
  const { status } = spawnSync('sops', ['edit', file], {
    stdio: 'inherit',
    env: { ...process.env, ...memory },
  });
  // 200 says that nothing was changed.
  process.exitCode = status === 200 ? 0 : (status ?? 1);
}

/** The releases that have credentials. */
function there() {
  const releases = secretsFiles().map((file) => file.split('/')[2]);
  return releases.join('|') || '…, after make secrets';
}
