import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { aptTool } from '../tools.mjs';

/** What two owners have been given must differ in every value, else it is known to more than one. */
export function refuseKnownValues(mine, theirs, path = '') {
  for (const [key, value] of Object.entries(mine)) {
    if (typeof value === 'object') refuseKnownValues(value, theirs[key], `${path}${key}.`);
    else if (value === theirs[key] || value.length < 32) throw new Error(`${path}${key} is not random`);
  }
}

/** The public keys that Concourse's web and workers show each other have to be those of the private ones. */
export async function refuseWrongKeys(secrets, folder) {
  const sshKeygen = await aptTool('openssh-client', 'ssh-keygen');
  for (const key of ['hostKey', 'workerKey', 'sessionSigningKey']) {
    const file = join(folder, key);
    writeFileSync(file, secrets[key], { mode: 0o600 });
    const { stdout } = await runCommand(sshKeygen, ['-y', '-f', file]);
    const written = secrets[`${key}Pub`];
    if (written !== undefined && stdout.trim() !== written) throw new Error(`${key}Pub is another key’s`);
  }
}
