import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { run } from './run.mjs';

/** Writes values as a YAML file that sops has encrypted. The file gets its name when it is whole. */
export async function encryptTo(file, values) {
  const options = ['--filename-override', file, '--input-type', 'json', '--output-type', 'yaml'];
  const encrypted = await run(
    'sops',
    ['--config', '.sops.yaml', 'encrypt', ...options],
    JSON.stringify(values),
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, encrypted);
  renameSync(`${file}.partial`, file);
}
