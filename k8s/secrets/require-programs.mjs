import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const WHERE = {
  sops: 'https://getsops.io',
  'age-keygen': 'package age, or https://age-encryption.org',
  gpg: 'package gnupg',
};

/** Says what is missing before anything is done. */
export function requirePrograms(names) {
  for (const name of names.filter((program) => !isInstalled(program))) {
    console.error(`${name} is needed and was not found: install it (${WHERE[name]}), then try again.`);
    process.exit(1);
  }
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
