import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command, CommandBus, Query, QueryBus } from '@nestjs/cqrs';
import * as commands from '#libs/commands';
import { internalsOf, type Database } from '#libs/platform';
import { search, todoLists } from '#libs/projections';
import * as queries from '#libs/queries';
import { openDatabase } from '../support/log.js';
import type { OwnServer } from '../support/own-server.js';
import { Person } from '../support/person.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { SOMEBODY } from '../support/somebody.mjs';
import { Visitor } from '../support/visitor.js';
import { wordIndex } from '../support/word-index.js';
import { EXEMPT, isExempt } from './exempt.js';
import { parkStreams } from './park-streams.js';
import { startLoggingServer, statementsOf, type Statement } from './statement-log.js';
import { scannedTables, unboundedScans } from './unbounded-scans.js';
import { openNewList, useEverything } from './use-everything.js';

const projections = [todoLists, search, wordIndex];

describe('every statement of a process', () => {
  let server: OwnServer;
  let owner: Database;
  let tables: ReadonlySet<string>;
  let statements: readonly Statement[];
  const used = new Set<unknown>();
  beforeAll(async () => {
    server = await startLoggingServer();
    owner = openDatabase(server.url);
    const worker = await startWorker(server.url, projections);
    const web = await startWeb(server.url);
    noteUses(web);
    await parkStreams(owner, server.url);
    await web.listen(0, '127.0.0.1');
    const visitor = new Visitor(web);
    await useEverything(visitor, server.url, await web.getUrl());
    await new Person(web, SOMEBODY.token).open('/');
    await Promise.all([web, worker].map((app) => internalsOf(app).readiness()));
    await Promise.all([web, worker].map((app) => internalsOf(app).metrics()));
    await worker.close();
    await openNewList(visitor);
    // One that starts tries again what is parked.
    const next = await startWorker(server.url, projections);
    await Promise.all([web.close(), next.close()]);
    tables = await tablesWithParts();
    statements = ['garbanzo web', 'garbanzo worker'].flatMap((name) => statementsOf(server.log, name));
  });
  afterAll(async () => {
    await owner.close();
    await server.close();
  });

  function noteUses(web: NestFastifyApplication): void {
    for (const kind of [CommandBus, QueryBus]) {
      for (const bus of web.get(kind, { strict: false, each: true })) {
        bus.subscribe((message: object) => {
          // Those that are carried out together are part of one that is sent.
          const parts = message instanceof commands.ChangeTodos ? message.useCases : [];
          for (const each of [message, ...parts]) used.add(each.constructor);
        });
      }
    }
  }

  /** All that have a shard or a workspace. */
  async function tablesWithParts(): Promise<ReadonlySet<string>> {
    const rows = await owner.query<{ name: string }>(`
      select distinct table_name as name from information_schema.columns
      where column_name in ('shard', 'workspace_id') and is_nullable = 'NO' and table_schema <> 'pgboss'`);
    return new Set(rows.map(({ name }) => name));
  }

  const lacking = () => statements.filter((statement) => unboundedScans(statement, tables).length > 0);

  it('has been seen: all commands and queries, and all tables', () => {
    const useCases = [...Object.values(commands), ...commands.PLAIN_TODO_USE_CASES.values()].filter(
      (value) => value !== commands.UseCase && isA(value, Command),
    );
    const questions = Object.values(queries).filter((value) => isA(value, Query));
    expect([...useCases, ...questions].filter((each) => !used.has(each))).toEqual([]);
    expect([useCases.length, questions.length].every((count) => count > 10)).toBe(true);
    const scanned = new Set(statements.flatMap(scannedTables));
    // The sums of the second projection are read by nobody.
    const neverRead = wordIndex.summaries.map(({ table }) => table.name);
    expect([...tables].filter((table) => !scanned.has(table))).toEqual(neverRead);
    expect(statements.some(({ text }) => text.includes('with judged as materialized'))).toBe(true);
  });

  it('names the shard or the workspace, in each table that has one', () => {
    const unexcused = lacking().filter((statement) => !EXEMPT.some((each) => isExempt(each, statement)));
    expect([...new Set(unexcused.map(({ text }) => text))]).toEqual([]);
  });

  it('that need not do so is still there', () => {
    const unneeded = EXEMPT.filter((each) => !lacking().some((statement) => isExempt(each, statement)));
    expect(unneeded).toEqual([]);
  });

  it('writes rows that have a shard or a workspace: no table is without', () => {
    const written = projections
      .flatMap(({ tables: folded, summaries }) => [...folded, ...summaries])
      .map(({ table }) => table.name);
    expect(
      [...written, 'events', 'checkpoints', 'parked_streams'].filter((name) => !tables.has(name)),
    ).toEqual([]);
  });

  describe('(so the test can turn red)', () => {
    /** What is found when this is asked. */
    async function found(text: string): Promise<readonly string[]> {
      const before = statementsOf(server.log, 'test').length;
      await owner.query(text);
      return statementsOf(server.log, 'test')
        .slice(before)
        .flatMap((statement) => unboundedScans(statement, tables));
    }

    it.each([
      ['select from todos where id = gen_random_uuid()', ['todos']],
      [`update todos set title = '' where list_id = gen_random_uuid()`, ['todos']],
      ['select from events where shard = 1 or position < 3', ['events']],
      ['select from events where position < 3 or (version = 1 and shard = 1)', ['events']],
      ['select from events where shard > 1', ['events']],
      ['select from todos t join lists l using (workspace_id)', ['lists', 'todos']],
      ['select from generate_series(0, 63) s join events e on e.shard = s', ['events']],
      [
        'select from generations g cross join lateral (select from events e where e.shard = g.id limit 1) e',
        ['events'],
      ],
      [`do $$ begin perform from lists where name = ''; end $$`, ['lists']],
    ])('%s', async (text, expected) => {
      expect([...(await found(text))].toSorted()).toEqual(expected);
    });

    it.each([
      'select from events where shard = 46 and position > 3',
      'select from unnest(array[1, 2]) asked (shard) join events e using (shard)',
      `select from todos t join lists l on l.id = t.list_id and l.workspace_id = t.workspace_id
       where t.workspace_id = '00000000-0000-7000-8000-000000000001'`,
      `with w as materialized (select * from lists where workspace_id = '00000000-0000-7000-8000-000000000001')
       select from w join todos t on t.workspace_id = w.workspace_id and t.list_id = w.id`,
    ])('and is content with %s', async (text) => {
      expect(await found(text)).toEqual([]);
    });
  });
});

function isA(value: unknown, base: abstract new (...args: never[]) => unknown): boolean {
  return typeof value === 'function' && value.prototype instanceof base;
}
