import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';

/** A key of age that is made for a check and thrown away, in its own folder. */
export async function throwAwayAge(folder, env) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'age-key');
  await runCommand('age-keygen', ['-o', file], { env });
  const recipient = (await runCommand('age-keygen', ['-y', file], { env })).stdout.trim();
  return {
    file,
    key: readFileSync(file, 'utf8'),
    recipient: { name: recipient, flags: ['--age', recipient], environment: {} },
  };
}

/** The same of GPG. Its agent is ended: it would hold the folder. */
export async function throwAwayGpg(folder, env) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const options = { env: { ...env, GNUPGHOME: folder } };
  const batch = ['--batch', '--passphrase', '', '--pinentry-mode', 'loopback'];
  const make = ['--quick-generate-key', 'Throw-away <nobody@example.org>', 'default', 'default', 'never'];
  await runCommand('gpg', [...batch, ...make], options);
  const { stdout } = await runCommand('gpg', ['--batch', '--with-colons', '--list-keys'], options);
  const fingerprint = /^fpr:+([0-9A-F]{40}):/m.exec(stdout)[1];
  const key = (await runCommand('gpg', [...batch, '--armor', '--export-secret-keys', fingerprint], options))
    .stdout;
  await runCommand('gpgconf', ['--kill', 'all'], options);
  return {
    key,
    recipient: { name: fingerprint, flags: ['--pgp', fingerprint], environment: { GNUPGHOME: folder } },
  };
}
