import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { liveSchema, TODO_LISTS } from '#libs/read-model';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { runStatements } from '../support/run-statements.js';

/** As on a database of version 0.1.0, whose workers have made the tables that are read. */
describe('a migration of a database in use', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    await runStatements(
      test.url,
      'drop function advance_positions, refuse_append',
      'alter function append_events security invoker reset search_path',
      `delete from mikro_orm_migrations where name ~ 'AppendAsOwner|EraseByFunction'`,
    );
  });
  afterAll(() => test.drop());

  it('makes and changes what is in the schema public, and nothing in one of the workers', async () => {
    expect(await garbanzo(['migrate'], { DATABASE_URL: test.url })).toMatchObject({ code: 0 });
    const functions = await runStatements(
      test.url,
      `select pronamespace::regnamespace::text as schema, proname as name, prosecdef as "asOwner" from pg_proc
       where proname in ('append_events', 'refuse_append', 'advance_positions') order by 2`,
    );
    expect(functions).toEqual([
      { schema: 'public', name: 'advance_positions', asOwner: false },
      { schema: 'public', name: 'append_events', asOwner: true },
      { schema: 'public', name: 'refuse_append', asOwner: false },
    ]);
  });

  it('and every process calls our functions, whatever a worker has made beside its tables', async () => {
    await runStatements(
      test.url,
      'set role garbanzo_worker',
      `create function ${liveSchema(TODO_LISTS)}.erase_events(uuid, smallint[]) returns bigint language sql as 'select 42::bigint'`,
    );
    const workspace = '00000000-0000-7000-8000-000000000001';
    const erased = await garbanzo(['erase', 'workspace', workspace, '--yes'], { DATABASE_URL: test.url });
    expect(erased).toMatchObject({ code: 0, stdout: expect.stringContaining('Erased 0 events') });
  });
});
