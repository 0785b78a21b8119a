import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What `make secrets` makes or is given, and must be on no disk: private keys, passwords, tokens. */
const SECRET =
  /BEGIN RSA PRIVATE KEY|"?localUsers"?: ?"?owner:|"?adminPassword"?: ?"?[A-Za-z0-9]{32}|a-token-of-duck-dns|smtp:\/\/of-a-person|"?setup-token"?: ?"?[A-Za-z0-9]{32}/;

/** The files below a folder in which a credential can be read. */
export function plainFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => SECRET.test(readFileSync(file, 'latin1')));
}

export function refusePlainFiles(folder) {
  const files = plainFiles(folder);
  if (files.length > 0) throw new Error(`credentials can be read in ${files.join(', ')}`);
}
