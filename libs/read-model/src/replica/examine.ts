import type { Connection, Database } from '#libs/platform';
import { readsTables } from '../needs.js';
import { NEEDED_SHAPES } from '../shapes.js';
import { tableOf } from '../table.js';
import { PROGRESS } from '../tables/progress.js';
import { SYSTEM, type PrimaryLog } from './primary-log.js';
import { standingOf } from './standing.js';

const TABLES = readsTables([...PROGRESS, ...NEEDED_SHAPES.flatMap(({ entities }) => entities)].map(tableOf));

/** @throws Error saying why no pages can be read there: a connection that has shown it is closed */
export async function examine({ pool }: Database, primary: PrimaryLog): Promise<void> {
  const connection = await pool.connect();
  let isUseful = false;
  try {
    await look(connection, primary);
    isUseful = true;
  } finally {
    connection.release(!isUseful);
  }
}

async function look(connection: Connection, primary: PrimaryLog): Promise<void> {
  const { isStandby, replayed } = await standingOf(connection);
  if (!isStandby) throw new Error('is not a standby');
  const { rows } = await connection.query<{ readonly system: string }>(SYSTEM);
  primary.recognise(rows[0]?.system);
  const behind = primary.floor - (replayed ?? 0);
  if (behind > 0) throw new Error(`is ${behind} bytes behind the primary`);
  await TABLES.ask({
    async query<Row extends object>(text: string): Promise<Row[]> {
      return (await connection.query<Row>(text)).rows;
    },
  });
}
