// `make secrets-edit RELEASE=concourse`: sops opens the decrypted file in $EDITOR and encrypts it again.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { requirePrograms } from './require-programs.mjs';
import { secretsFiles } from './secrets-files.mjs';

requirePrograms(['sops']);

const file = `k8s/releases/${process.argv[2]}/secrets.yaml`;
if (existsSync(file)) {
  // While the editor is open sops keeps a plain copy: in memory, where the system has such a folder.
  const memory = existsSync('/dev/shm') ? { TMPDIR: '/dev/shm' } : {};
  const { status } = spawnSync('sops', ['edit', file], {
    stdio: 'inherit',
    env: { ...process.env, ...memory },
  });
  // 200 says that nothing was changed.
  process.exitCode = status === 200 ? 0 : (status ?? 1);
} else {
  const releases = secretsFiles().map((name) => name.split('/')[2]);
  console.error(`Say which: make secrets-edit RELEASE=${releases.join('|') || '…, after make secrets'}`);
  process.exitCode = 2;
}
