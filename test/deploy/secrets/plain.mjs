import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRefuse } from '../must-refuse.mjs';
import { plainFiles, refusePlainFiles } from './plain-files.mjs';

/** The negative controls: files that somebody did not encrypt, or not wholly, and credentials in another file. */
export async function refusePlain(fork) {
  await fork.script('create');
  await refusesFile(fork, 'k8s/releases/tls/secrets.yaml', () => 'duckDns: { token: plain }\n');
  await refusesFile(fork, 'k8s/releases/tls/secrets.production.json', () => '{ "token": "plain" }\n');
  await refusesFile(fork, 'k8s/releases/monitoring/secrets.yaml', (encrypted) =>
    encrypted.replace(/adminPassword: ENC.*/, 'adminPassword: plain'),
  );
  await fork.script('check');

  if (plainFiles(fork.folder).length > 0) throw new Error('credentials are found where there are none');
  writeFileSync(join(fork.tree, 'left-behind'), JSON.stringify(await fork.values('concourse')));
  await mustRefuse('a file with keys', /left-behind/, async () => refusePlainFiles(fork.folder));
}

/** Writes a file, sees that the check refuses it, and puts back what was there. */
async function refusesFile({ tree, script }, file, change) {
  const path = join(tree, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  writeFileSync(path, change(before));
  await mustRefuse(file, new RegExp(`${file} is not encrypted by sops`), () => script('check'));
  if (before === undefined) rmSync(path);
  else writeFileSync(path, before);
}
