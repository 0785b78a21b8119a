import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, migrations } from '#migrations';
import { createOrm, NEEDED_MIGRATION, TODO_LISTS } from '#libs/read-model';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { anAppend, openDatabase, openLog } from '../support/log.js';

describe('garbanzo migrate', () => {
  let empty: TestDatabase;
  beforeAll(async () => {
    empty = await createEmptyDatabase();
  });
  afterAll(() => empty.drop());

  it('makes everything there is, once, when two are at it', async () => {
    const answers = await Promise.all([1, 2].map(() => garbanzo(['migrate'], { DATABASE_URL: empty.url })));
    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    const said = answers.map(({ stdout }) => stdout).toSorted((a, b) => b.length - a.length);
    expect(said[0]?.match(/^ran /gm)).toHaveLength(migrations.length);
    expect(said[1]).toBe('The schema was up to date already.\n');
  });

  it('changes nothing when there is nothing to do', async () => {
    const { code, stdout } = await garbanzo(['migrate'], { DATABASE_URL: empty.url });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'The schema was up to date already.\n' });
  });

  it('refuses a schema that a newer version has made', async () => {
    const owner = openDatabase(empty.url);
    await owner.query(`insert into mikro_orm_migrations (name) values ('Migration20990101000000_Future')`);
    await owner.close();
    const { code, stderr } = await garbanzo(['migrate'], { DATABASE_URL: empty.url });
    expect(code).toBe(1);
    expect(stderr).toContain('The schema is newer than this version: it has Migration20990101000000_Future');
  });
});

describe('garbanzo status', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  it('tells how far the projections are, for people and for scripts', async () => {
    const log = openLog(test.url);
    await log.appender.append(anAppend());
    await log.close();
    const people = await garbanzo(['status'], { DATABASE_URL: test.url });
    expect(people).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(
        `todo-lists (version ${TODO_LISTS.version}, live): checkpoint 0, behind in 1 shards`,
      ),
    });
    const scripts = await garbanzo(['status', '--json'], { DATABASE_URL: test.url });
    expect(JSON.parse(scripts.stdout)).toMatchObject({
      head: 1,
      projections: ['search', 'todo-lists'].map((projection) => {
        return { projection, head: 1, checkpoint: 0, shardsBehind: 1, parked: 0 };
      }),
      parked: [],
      queues: [],
    });
  });

  it('names the streams that are parked, and exits with 1', async () => {
    const worker = openDatabase(test.url, 'garbanzo_worker');
    await worker.query(`
      insert into parked_streams (generation, shard, stream_id, position, event_type, error)
      select id, 7, gen_random_uuid(), 42, 'TodoSnoozed', 'Unknown event type TodoSnoozed'
      from generations where state = 'live'`);
    await worker.close();
    const { code, stdout } = await garbanzo(['status'], { DATABASE_URL: test.url });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /parked +todo-lists: stream \S+ at position 42 \(TodoSnoozed\) since .*: Unknown event type/,
    );
  });
});

describe('garbanzo', () => {
  it.each([
    ['an unknown command', ['nonsense'], 2, 'unknown command'],
    ['an unknown option', ['status', '--yaml'], 2, 'unknown option'],
    ['no database', ['status'], 2, 'DATABASE_URL is not set'],
  ])('answers %s with a word about it', async (_, args, code, message) => {
    const answer = await garbanzo(args, {});
    expect(answer.code).toBe(code);
    expect(answer.stderr).toContain(message);
  });

  it('says so when the database is away', async () => {
    const answer = await garbanzo(['status'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
    expect(answer.code).toBe(1);
    expect(answer.stderr).toContain('PostgreSQL does not answer (connect ECONNREFUSED 127.0.0.1:1)');
  });

  it('helps without a database', async () => {
    const { code, stdout } = await garbanzo(['--help'], {});
    expect(code).toBe(0);
    expect(stdout).toContain('migrate');
  });
});

describe('the schema', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  it('has the tables and columns that the entities say', async () => {
    const owner = openDatabase(test.url);
    const orm = createOrm(owner);
    const difference = await orm.schema.getUpdateSchemaSQL({ safe: true, wrap: false });
    // Indexes and defaults are the migrations' own business.
    expect(
      difference
        .split('\n')
        .filter((line) => /create table|add column|alter column .* type/.test(line))
        // The tables of a projection are made from its entities, in schemas of their own.
        .filter((line) => !/"(labels|lists|todos|list_totals|search_entries|search_words)"/.test(line)),
    ).toEqual([]);
    await owner.close();
  });

  it('is what this version says that it needs', () => {
    const names = migrations.map(({ name }) => name);
    const later = names.slice(names.indexOf(NEEDED_MIGRATION) + 1);
    // Web and worker serve without what comes after it.
    expect(later).toEqual([]);
  });

  it('is not migrated again by a second start', async () => {
    const owner = openDatabase(test.url);
    expect(await migrate(owner)).toEqual([]);
    await owner.close();
  });
});
