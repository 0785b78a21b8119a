import type { Database } from '#libs/platform';
import { orWell, wrong, type Check, type Finding } from '../finding.js';

/** What the log relies on and no connection can set for itself, and what comes of it otherwise. */
const NEEDED = [
  { name: 'fsync', isRight: isOn, otherwise: 'a power cut can destroy the database' },
  { name: 'full_page_writes', isRight: isOn, otherwise: 'a power cut can destroy the database' },
  {
    name: 'session_replication_role',
    isRight: (value: string) => value === 'origin',
    otherwise: 'no trigger refuses a change of an event',
  },
  { name: 'zero_damaged_pages', isRight: isOff, otherwise: 'what a disk has lost is taken for empty' },
  { name: 'ignore_checksum_failure', isRight: isOff, otherwise: 'what a disk has spoilt is taken for good' },
];

export const settings: Check = {
  name: 'settings',
  async look(database: Database): Promise<readonly Finding[]> {
    const values = await database.query<{ name: string; value: string; boot: string }>(
      `select name, setting as value, boot_val as boot from pg_settings where name = any($1)`,
      [NEEDED.map(({ name }) => name)],
    );
    const found = values.flatMap(({ name, value, boot }) => {
      const needed = NEEDED.find((setting) => setting.name === name);
      if (needed === undefined || needed.isRight(value)) return [];
      return [
        wrong(
          `say ${name} = ${value}: ${needed.otherwise}`,
          `set ${name} = '${boot}', and reload the server`,
        ),
      ];
    });
    return orWell(found, `are safe: ${NEEDED.map(({ name }) => name).join(', ')}`);
  },
};

function isOff(value: string): boolean {
  return value === 'off';
}

function isOn(value: string): boolean {
  return value === 'on';
}
