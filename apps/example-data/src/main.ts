import 'temporal-polyfill/global';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import manifest from '#package' with { type: 'json' };
import { DEFAULT_WORKSPACE, packBackup } from '#libs/event-store';
import { backupLines } from './backup-lines.js';
import { PASSWORD, PEOPLE, ZONE } from './people.js';
import { showProgress } from './show-progress.js';
import { makeYear } from './year.js';

const [, , file] = process.argv;
if (file === undefined) {
  console.error(
    'Usage: example-data <file>: writes the year of a made-up household, as a backup to restore.',
  );
  process.exit(2);
}
const entries = makeYear(DEFAULT_WORKSPACE, Temporal.Now.zonedDateTimeISO(ZONE), showProgress);
await packBackup(backupLines(entries, manifest.version), (pieces) =>
  pipeline(pieces, createWriteStream(file, { mode: 0o600 })),
);
const names = PEOPLE.map(({ email }) => email).join(' or ');
console.error(
  `${entries.length.toLocaleString('en')} events of a year are in ${file}. Sign in as ${names}: “${PASSWORD}”.`,
);
