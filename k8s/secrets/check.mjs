// Fails when a file that is named like secrets is not encrypted. Part of `make test`.
import { readFileSync } from 'node:fs';
import { plainLines } from './plain-lines.mjs';
import { namedSecrets } from './named-secrets.mjs';

const files = namedSecrets('.');
for (const file of files) {
  const lines = plainLines(readFileSync(file, 'utf8'));
  if (lines.length > 0) {
    console.error(`${file} is not encrypted by sops: ${lines[0]}. make secrets makes encrypted ones.`);
    process.exitCode = 1;
  }
}
console.log(`${files.length} files named like secrets`);
