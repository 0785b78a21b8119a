import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { migrations } from '#migrations';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';
import { breaks, schemaOf } from './breaks.js';
import { connectAsMigrator } from './connect-as-migrator.js';
import { stepsOf } from './steps.js';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createEmptyDatabase();
  client = await connectAsMigrator(database.url);
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('the version of the app before a migration', () => {
  it('can run beside what the migration leaves, or the migration says that it cannot', async () => {
    for (const { name, class: migration } of migrations) {
      const found = await broken((await stepsOf(migration)).statements);
      expect([name, found.length > 0]).toEqual([name, saysThatItBreaks(name)]);
    }
  });

  it.each([
    ['a column that goes', 'alter table notes drop title', ['notes.title text is gone']],
    [
      'a new name',
      'alter table notes rename title to name',
      ['notes.title text is gone', 'notes.name has to be given'],
    ],
    ['another type', 'alter table notes alter size type bigint', ['notes.size integer is gone']],
    ['a table that goes', 'drop table owners', ['owners.id integer is gone']],
    ['a function that goes', 'drop function twice', ['twice(integer) integer is gone']],
    ['what has to be given', 'alter table notes alter size set not null', ['notes.size has to be given']],
    [
      'a new column that has to be given',
      'alter table notes add done boolean not null',
      ['notes.done has to be given'],
    ],
    ['a new column', 'alter table notes add done boolean not null default false', []],
    ['a new table', 'create table labels (id int primary key)', []],
  ])('can it run beside this: %s', async (_name, statement, expected) => {
    await client.query(`
      drop table if exists notes, owners, labels;
      drop function if exists twice(int);
      create table owners (id int primary key);
      create table notes (id int primary key, title text not null, size int);
      create function twice(n int) returns int language sql return n * 2`);
    expect(await broken([statement])).toEqual(expected);
  });
});

async function broken(statements: readonly string[]): Promise<string[]> {
  const before = await schemaOf(client);
  for (const statement of statements) await client.query(statement);
  return breaks(before, await schemaOf(client));
}

/** In its comment; every migration says the one or the other. */
function saysThatItBreaks(name: string): boolean {
  const folder = new URL('../../migrations/', import.meta.url);
  const [number = name] = /\d+/.exec(name) ?? [];
  const file = readdirSync(folder).find((candidate) => candidate.includes(number));
  const [, said] =
    /^ \* (Not breaking|Breaking)\b/m.exec(readFileSync(new URL(file ?? number, folder), 'utf8')) ?? [];
  if (said === undefined) throw new Error(`${file} does not say "Breaking: ..." or "Not breaking."`);
  return said === 'Breaking';
}
