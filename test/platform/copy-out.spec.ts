import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { copyOut, type BinaryRow, type Connection, type Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { until } from '../support/until.js';

const MANY = 200_000;

describe('copying out', () => {
  let test: TestDatabase;
  let database: Database;
  let connection: Connection;
  beforeAll(async () => {
    test = await createTestDatabase();
    database = openDatabase(test.url);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });
  beforeEach(async () => {
    connection = await database.pool.connect();
  });

  const copy = <Item>(select: string, decode: (row: BinaryRow) => Item) =>
    copyOut(connection, `copy (${select}) to stdout (format binary)`, decode);

  async function all<Item>(select: string, decode: (row: BinaryRow) => Item): Promise<readonly Item[]> {
    const items: Item[] = [];
    for await (const batch of copy(select, decode)) items.push(...batch);
    connection.release();
    return items;
  }

  it('reads every type as the driver does', async () => {
    const select = `
      select n::int2 as a, (n * 60000)::int4 as b, n * 4503599627370495 as c, md5(n::text)::uuid as d, 'ü 🫘 ' || n as e,
             jsonb_build_object('n', n, 'text', 'a"\\\\' || chr(10)) as f,
             timestamptz '1999-12-31 23:59:59.9995+00' + n * interval '1000.000999 s' as g
      from generate_series(-2, 2) n`;
    const expected = await database.query(select);
    expect(expected).toHaveLength(5);
    const read = (row: BinaryRow) => ({
      a: row.int2(),
      b: row.int4(),
      c: row.int8(),
      d: row.uuid(),
      e: row.text(),
      f: row.jsonb(),
      g: row.timestamptz(),
    });
    expect(await all(select, read)).toEqual(expected);
  });

  it('reads objects with nothing in them, each as one of its own', async () => {
    const objects = await all(`select '{}'::jsonb union all select '{}' union all select '[]'`, (row) =>
      row.jsonb(),
    );
    expect(objects).toEqual([{}, {}, []]);
    expect(objects[0]).not.toBe(objects[1]);
  });

  it('gives all rows in their order, many at a time', async () => {
    const numbers = await all(`select generate_series(1, ${MANY})`, (row) => row.int4());
    expect(numbers).toEqual(Array.from({ length: MANY }, (_, index) => index + 1));
  });

  it('gives none if there are none', async () => {
    expect(await all('select 1 where false', (row) => row.int4())).toEqual([]);
  });

  it('fails with what PostgreSQL says, and the connection can be used again', async () => {
    const numbers: number[] = [];
    const reading = (async () => {
      for await (const batch of copy(`select 1 / (${MANY} - n) from generate_series(1, ${MANY}) n`, (row) =>
        row.int4(),
      )) {
        numbers.push(...batch);
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: '22012' });
    expect(numbers.length).toBeGreaterThan(0);
    expect((await connection.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    connection.release();
  });

  it('lets PostgreSQL wait while nothing is taken', async () => {
    let decoded = 0;
    const count = () => (decoded += 1);
    const batches = copy(`select repeat('x', 1000) from generate_series(1, ${MANY})`, count);
    const first = await batches.next();
    const isWaiting = `select from pg_stat_activity where wait_event = 'ClientWrite' and datname = current_database()`;
    await until(async () => (await database.query(isWaiting)).length === 1);
    expect(decoded).toBeLessThan(MANY / 10);
    const items = [...(first.value ?? [])];
    for await (const batch of batches) items.push(...batch);
    expect(items).toHaveLength(MANY);
    connection.release();
  });
});
