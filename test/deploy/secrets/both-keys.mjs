import { join } from 'node:path';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';

/** Encrypts for a key of GPG and one of age, made for this and thrown away, and decrypts with each alone. */
export async function readByEitherKey({ env, folder, script, values }) {
  const ageKey = join(folder, 'age-key');
  await script('create', [], { GPG: await gpgKey(env), AGE: await recipientOf(ageKey, env) });

  const withoutGpg = { GNUPGHOME: join(folder, 'temporary') };
  await values('concourse');
  await values('concourse', { ...withoutGpg, SOPS_AGE_KEY_FILE: ageKey });
  await mustRefuse('decrypting without a key', /Failed to get the data key/, () =>
    values('concourse', withoutGpg),
  );
  await runCommand('gpgconf', ['--kill', 'all'], { env });
}

async function gpgKey(env) {
  const batch = ['--batch', '--passphrase', '', '--quick-generate-key'];
  await runCommand('gpg', [...batch, 'Throw-away <nobody@example.org>', 'default', 'default', 'never'], {
    env,
  });
  const { stdout } = await runCommand('gpg', ['--batch', '--with-colons', '--list-keys'], { env });
  return /^fpr:+([0-9A-F]{40}):/m.exec(stdout)[1];
}

async function recipientOf(file, env) {
  await runCommand('age-keygen', ['-o', file], { env });
  return (await runCommand('age-keygen', ['-y', file], { env })).stdout.trim();
}
