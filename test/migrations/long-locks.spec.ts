import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '#migrations';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';
import { connectAsMigrator } from './connect-as-migrator.js';
import { fill } from './fill.js';
import { stepsOf } from './steps.js';
import { runWatched } from './watch-locks.js';

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

describe('migrations beside an app that is running', () => {
  it('lock nobody out for longer than a moment, whatever the tables hold', async () => {
    const found: Record<string, string[]> = {};
    for (const { name, class: migration } of migrations) {
      found[name] = await runWatched(client, await stepsOf(migration));
      await fill(client);
    }
    expect(found).toEqual(Object.fromEntries(migrations.map(({ name }) => [name, []])));
  });
});

describe('a migration is refused', () => {
  beforeEach(() => makeNotes(client));

  const READ = 'reads all of notes while nobody can write it';
  const WRITTEN = 'writes all of notes again while nobody can use it';

  it.each([
    ['that makes an index', 'create index on notes (title)', READ],
    ['that hides it', `do $$ begin execute 'create index on notes (title)'; end $$`, READ],
    ['that makes an index again', 'reindex table notes', READ],
    ['that adds a unique constraint', 'alter table notes add unique (title)', READ],
    ['that changes a type', 'alter table notes alter column size type bigint', WRITTEN],
    ['that sets not null', 'alter table notes alter column title set not null', READ],
    ['that adds a check', 'alter table notes add check (size < 1000)', READ],
    ['that adds a foreign key', 'alter table notes add foreign key (owner) references owners', READ],
    [
      'with a default of its own for each row',
      'alter table notes add token uuid default gen_random_uuid()',
      WRITTEN,
    ],
    [
      'that stores what it computes',
      'alter table notes add twice int generated always as (size * 2) stored',
      WRITTEN,
    ],
    ['that clusters', 'cluster notes using notes_pkey', WRITTEN],
    [
      'that changes every row',
      `update notes set title = 'new'`,
      'changes every row of notes in one transaction',
    ],
    ['that locks by hand', 'lock table notes in access exclusive mode', 'locks a table by hand'],
  ])('%s', async (_name, statement, reason) => {
    for (const transactional of [true, false]) {
      await makeNotes(client);
      const complaints = await runWatched(client, { statements: [statement], transactional });
      expect(complaints.join()).toContain(reason);
    }
  });

  it('that validates a constraint in the transaction that adds it', async () => {
    const statements = [
      'alter table notes add constraint small check (size < 1000) not valid',
      'alter table notes validate constraint small',
    ];
    expect(await runWatched(client, { statements, transactional: true })).toEqual([
      expect.stringContaining(READ),
    ]);
  });

  it('that reads what it has locked', async () => {
    const statements = [
      'alter table notes add done boolean',
      'insert into owners select sum(size) from notes',
    ];
    const complaints = await runWatched(client, { statements, transactional: true });
    expect(complaints).toEqual([expect.stringContaining(READ)]);
  });

  it('that vacuums fully', async () => {
    const complaints = await runWatched(client, { statements: ['vacuum full notes'], transactional: false });
    expect(complaints).toEqual([WRITTEN]);
  });

  it('that makes an index concurrently, but says nothing of transactions', async () => {
    const statements = ['create index concurrently on notes (title)'];
    await expect(runWatched(client, { statements, transactional: true })).rejects.toThrow(
      'transaction block',
    );
    await client.query('rollback');
  });
});

describe('a migration is let through', () => {
  beforeEach(() => makeNotes(client));

  it.each([
    ['that adds a column', ['alter table notes add done boolean']],
    ['that adds a column with a constant', ['alter table notes add priority int not null default 0']],
    ['that lets a text be longer', ['alter table notes alter column title type text']],
    ['that adds a check for what comes', ['alter table notes add check (size < 1000) not valid']],
    ['that changes one row by its key', [`update notes set title = 'new' where id = 1`]],
    ['that drops a column', ['alter table notes drop size']],
    [
      'that makes a table of its own',
      [
        'create table labels (note int references notes, label text)',
        `insert into labels values (1, 'red')`,
        'create index on labels (label)',
        'alter table labels alter column label set not null',
      ],
    ],
  ])('%s', async (_name, statements) => {
    expect(await runWatched(client, { statements, transactional: true })).toEqual([]);
  });

  it.each([
    ['an index, concurrently', ['create index concurrently on notes (title)']],
    [
      'a unique constraint',
      [
        'create unique index concurrently notes_size on notes (size)',
        'alter table notes add constraint notes_size unique using index notes_size',
      ],
    ],
    [
      'a foreign key',
      [
        'alter table notes add constraint notes_owner foreign key (owner) references owners not valid',
        'alter table notes validate constraint notes_owner',
      ],
    ],
    [
      'not null',
      [
        'alter table notes add constraint titled check (title is not null) not valid',
        'alter table notes validate constraint titled',
        'alter table notes alter column title set not null',
        'alter table notes drop constraint titled',
      ],
    ],
    [
      'every row, a few at a time',
      [
        `do $$
         begin
           for n in 1..20 by 5 loop
             update notes set title = 'new' where id between n and n + 4;
             commit;
           end loop;
         end $$`,
      ],
    ],
  ])('step by step, outside of a transaction: %s', async (_name, statements) => {
    expect(await runWatched(client, { statements, transactional: false })).toEqual([]);
  });
});

async function makeNotes(client: pg.Client): Promise<void> {
  await client.query('drop table if exists notes, owners, labels');
  await client.query('create table owners (id int primary key)');
  await client.query('create table notes (id int primary key, title varchar(80), size int, owner int)');
  await client.query('insert into owners select generate_series(1, 20)');
  await client.query(`insert into notes select n, 'Note ' || n, n, n from generate_series(1, 20) n`);
}
