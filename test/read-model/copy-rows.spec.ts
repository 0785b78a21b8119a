import { defineEntity, p } from '@mikro-orm/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '#libs/platform';
import { copyRows, createTable, executeTogether, inserting, ReadModel, tableOf } from '#libs/read-model';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';

const things = tableOf(
  defineEntity({
    name: 'Thing',
    tableName: 'things',
    properties: {
      id: p.integer().primary(),
      someText: p.text().nullable(),
      tags: p.array().columnType('text[]').nullable(),
      grid: p.array().columnType('int[][]').nullable(),
      at: p.datetime(6).nullable(),
      isDone: p.boolean().nullable(),
      amount: p.double().nullable(),
      size: p.bigint('number').nullable(),
      day: p.date().nullable(),
      more: p.json().nullable(),
      made: p.uuid().defaultRaw('gen_random_uuid()'),
    },
  }),
);

const others = tableOf(
  defineEntity({ name: 'Other', tableName: 'others', properties: { id: p.integer().primary() } }),
);

const ROWS = [
  { id: 1 },
  { id: 2, someText: '', tags: [], more: null },
  { id: 3, someText: String.raw`\N`, tags: [null, 'null', '', String.raw`a"b\c{d},e`, 'tab\t'] },
  {
    id: 4,
    someText: 'tab\t line\n return\r back\\slash \\. \u2028 ü 🫘',
    grid: [
      [1, 2],
      [3, 4],
    ],
  },
  { id: 5, at: new Date('2026-11-28T01:02:03.004Z'), isDone: true, amount: 1.5e-7, size: 2 ** 52 },
  { id: 6, isDone: false, amount: Number.NaN, size: -1, day: '2026-11-28', at: new Date(Number.NaN) },
  { id: 7, more: { text: 'a\nb', list: [1, null, '"'] } },
  { id: 8, more: 'text', someText: '\\.\n' },
  { id: 9, more: [1, 2] },
];

describe('copying rows', () => {
  let test: TestDatabase;
  let database: Database;
  let readModel: ReadModel;
  beforeAll(async () => {
    test = await createTestDatabase();
    database = openDatabase(test.url);
    readModel = new ReadModel(database);
    await readModel.kysely.transaction().execute(async (transaction) => {
      await createTable(transaction, things);
      await createTable(transaction, others);
      await sql`alter table things add primary key (id)`.execute(transaction);
    });
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });
  beforeEach(() => database.query('truncate things, others'));

  const stored = async () =>
    await database.query<object>("select to_jsonb(t) - 'made' as row from things t order by id");
  const copy = (...rows: readonly object[]) => copyRows(readModel, 'public', [{ table: things, rows }]);

  it('stores the same as inserting them', async () => {
    await readModel.kysely
      .transaction()
      .execute((transaction) => executeTogether(transaction, [inserting(things, ROWS)]));
    const inserted = await stored();
    await database.query('truncate things');
    expect(await copy(...ROWS)).toBe(true);
    expect(inserted).toHaveLength(ROWS.length);
    expect(await stored()).toEqual(inserted);
  });

  it('inserts none of them, in any table, when PostgreSQL refuses one', async () => {
    const news = [
      { table: others, rows: [{ id: 1 }] },
      { table: things, rows: [{ id: 1 }, { id: 2, someText: 'a\0b' }, { id: 3 }] },
      { table: others, rows: [{ id: 2 }] },
    ];
    await expect(copyRows(readModel, 'public', news)).rejects.toMatchObject({ code: '22021' });
    expect(await database.query('select from things union all select from others')).toEqual([]);
    expect(await copy({ id: 1 })).toBe(true);
  });

  it('leaves text that is not well-formed to others', async () => {
    expect(await copy({ id: 1, someText: 'a\ud800' })).toBe(false);
    expect(await stored()).toEqual([]);
  });

  it('does nothing when there are none', async () => {
    expect(await copy()).toBe(true);
    expect(await stored()).toEqual([]);
  });
});
