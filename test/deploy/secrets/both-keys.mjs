import { join } from 'node:path';
import { mustRefuse } from '../must-refuse.mjs';
import { throwAwayAge, throwAwayGpg } from './keys.mjs';

/** Encrypts for a key of GPG and one of age, and decrypts with each alone. */
export async function readByEitherKey({ env, folder, script, values }) {
  const gpg = await throwAwayGpg(join(folder, 'gpg'), env);
  const age = await throwAwayAge(join(folder, 'age'), env);
  const withGpg = gpg.recipient.environment;
  await script('create', [], { ...withGpg, GPG: gpg.recipient.name, AGE: age.recipient.name });

  await values('concourse', withGpg);
  await values('concourse', { SOPS_AGE_KEY_FILE: age.file });
  await mustRefuse('decrypting without a key', /Failed to get the data key/, () => values('concourse'));
}
