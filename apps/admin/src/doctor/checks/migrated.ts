import type { Database } from '#libs/platform';
import { migrations } from '#migrations';
import { orWell, wrong, type Check, type Finding } from '../finding.js';

export const migrated: Check = {
  name: 'schema',
  async look(database: Database): Promise<readonly Finding[]> {
    const [table] = await database.query<{ exists: boolean }>(
      `select to_regclass('mikro_orm_migrations') is not null as exists`,
    );
    if (!table?.exists) return [wrong('is not there', 'run garbanzo migrate')];
    const rows = await database.query<{ name: string }>('select name from mikro_orm_migrations');
    const known = migrations.map(({ name }) => name);
    const ran = rows.map(({ name }) => name);
    return orWell(compare(known, ran), `is that of this version: ${migrations.at(-1)?.name}`);
  },
};

function compare(known: readonly string[], ran: readonly string[]): Finding[] {
  const missing = known.filter((name) => !ran.includes(name)).join(', ');
  const newer = ran.filter((name) => !known.includes(name)).join(', ');
  const found: Finding[] = [];
  if (missing !== '') found.push(wrong(`has not ${missing}`, 'run garbanzo migrate'));
  if (newer !== '') {
    found.push(wrong(`is newer than this version: it has ${newer}`, 'use the version that made it'));
  }
  return found;
}
