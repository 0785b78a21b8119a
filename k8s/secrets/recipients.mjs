import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { requirePrograms } from './require-programs.mjs';
import { run } from './run.mjs';

const CONFIG = '.sops.yaml';

/**
 * The keys that can read the secrets, as .sops.yaml has them. A fresh fork has no such file: it is made from GPG=, a
 * fingerprint, and AGE=, a recipient (several are separated by commas), or else for an age key of this person.
 */
export async function recipients({ GPG, AGE }) {
  if (!existsSync(CONFIG)) writeFileSync(CONFIG, await configuration({ GPG, AGE }));
  else if (GPG || AGE)
    throw new Error(`${CONFIG} is there already: add the key to it, then run make secrets-rekey`);
  return keysIn(readFileSync(CONFIG, 'utf8'));
}

async function configuration({ GPG, AGE }) {
  const age = AGE || (GPG ? '' : await ownAgeKey());
  if (GPG) await refuseUnknown(GPG);
  const keys = Object.entries({ pgp: GPG, age }).filter(([, key]) => key);
  return [
    '# Who can read k8s/releases/*/secrets.yaml. After a change of the keys: make secrets-rekey',
    'creation_rules:',
    "  - path_regex: 'k8s/releases/[^/]+/secrets\\.yaml$'",
    ...keys.map(([kind, key]) => `    ${kind}: ${key.replaceAll(' ', '')}`),
    '',
  ].join('\n');
}

/** gpg's own words are better than what sops says when it meets a key that is not there. */
async function refuseUnknown(fingerprints) {
  requirePrograms(['gpg']);
  await run('gpg', ['--batch', '--list-keys', ...fingerprints.split(',')]);
}

/** The recipient of the age key where sops looks for it. A key that is there is kept, and used. */
async function ownAgeKey() {
  requirePrograms(['age-keygen']);
  const file = ageKeyFile();
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    await run('age-keygen', ['-o', file]);
    console.log(`Made an age key for you, ${file}: keep a copy of it where you keep such things.`);
  }
  return (await run('age-keygen', ['-y', file])).trim().replaceAll('\n', ',');
}

function ageKeyFile() {
  const { SOPS_AGE_KEY_FILE, XDG_CONFIG_HOME } = process.env;
  return SOPS_AGE_KEY_FILE ?? join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'sops/age/keys.txt');
}

function keysIn(config) {
  const keys = [...config.matchAll(/^ +(pgp|age): (.+)$/gm)].map(([, kind, key]) => `${kind} ${key}`);
  if (keys.length === 0) throw new Error(`${CONFIG} names no pgp or age key`);
  return keys.join(' and ');
}
