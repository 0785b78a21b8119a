import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../root.mjs';
import { CREDENTIALS } from '../../../k8s/secrets/credentials.mjs';

/** What pipelines may ask for: the keys of the Secrets that come to be in the namespace concourse-main. */
export async function knownVariables() {
  const values = parse(readFileSync(join(root, 'k8s/releases/concourse-credentials/values.yaml'), 'utf8'));
  const credentials = await CREDENTIALS['concourse-credentials']({ REGISTRY_KEY_FILE: '' });
  const made = Object.entries({ ...values.secrets, ...credentials.secrets }).flatMap(keysOf);
  // Kubernetes fills the one, a command of docs/deploy.md makes the other.
  return new Set([...made, 'deployer.token', 'deployer."ca.crt"', 'sops.key']);
}

const keysOf = ([secret, keys]) => Object.keys(keys).map((key) => `${secret}.${key}`);

/** Refuses a pipeline that asks for what nobody makes. `((.:name))` is a variable of the build itself. */
export function refuseUnknownVariables(pipeline, known) {
  for (const [, variable] of pipeline.matchAll(/\(\((\S+?)\)\)/g)) {
    if (!variable.startsWith('.:') && !known.has(variable)) throw new Error(`nobody makes ((${variable}))`);
  }
}

const SECRET = /^\s*(?:\w*(?:password|token|secret|private_key|sops_key|cluster_ca)):[ \t]*(\S.*)$/gim;

/** Refuses a credential that is written down. */
export function refuseCredentials(pipeline) {
  for (const [line, value] of pipeline.matchAll(SECRET)) {
    if (!/^\(\(.+\)\)$/.test(value))
      throw new Error(`a credential is written down: ${line.trim().split(':')[0]}`);
  }
}
