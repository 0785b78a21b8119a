import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const WHERE = {
  sops: 'https://getsops.io',
  'age-keygen': 'package age, or https://age-encryption.org',
  gpg: 'package gnupg',
};

/** Says what is missing before anything is done. */
export function requirePrograms(names) {
  const missing = names.filter((name) => !isInstalled(name)).map((name) => `${name} (${WHERE[name]})`);
  if (missing.length > 0) throw new Error(`Install ${missing.join(' and ')}, then try again.`);
}

function isInstalled(name) {
  return process.env.PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
