import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CatchUp, PROJECTIONS } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import type { Append } from '#libs/event-store';
import type { Connection, Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { anAppend, openDatabase, openLog, SHARD } from '../support/log.js';
import { asRow } from '../support/append-row.js';
import { until } from '../support/until.js';
import { Invariants, Witness } from './invariants.js';

/** Each part that keeps a promise is taken out once: what checks the promise has to notice. */
describe('the checker of our promises', () => {
  let test: TestDatabase;
  let owner: Database;
  let invariants: Invariants;
  let witness: Witness;
  beforeEach(async () => {
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    invariants = new Invariants(test.url);
    witness = new Witness();
  });
  afterEach(async () => {
    await Promise.all([owner.close(), invariants.close()]);
    await test.drop();
  });

  const broken = async () => [...new Set((await invariants.atRest(witness)).map((text) => text.slice(0, 3)))];

  /** Writes append_events anew with a part of it replaced. */
  async function rewriteAppend(part: string, replacement: string): Promise<void> {
    await owner.query(`
      do $$ declare before text := pg_get_functiondef('append_events'::regproc);
                    after text := replace(before, $part$${part}$part$, $part$${replacement}$part$);
      begin
        if before = after then raise exception 'there is no such part'; end if;
        execute after;
      end $$`);
  }

  /**
   * The first to draw a position commits last, if it can: the second has been answered, or waits for the first, when the
   * projection looks.
   */
  async function commitInTheWrongOrder(): Promise<void> {
    const writing = openDatabase(test.url, 'garbanzo_web');
    const first = await writing.pool.connect();
    await first.query('begin');
    await append(first);
    let isAnswered = false;
    const second = appendAlone(writing).finally(() => (isAnswered = true));
    await until(async () => isAnswered || (await isSomebodyWaiting()));
    await follow();
    await first.query('commit');
    first.release();
    await second;
    await follow();
    await writing.close();
  }

  async function appendAlone(writing: Database): Promise<void> {
    const connection = await writing.pool.connect();
    await append(connection);
    connection.release();
  }

  async function append(connection: Connection): Promise<void> {
    const item = anAppend({ shard: SHARD });
    witness.acknowledge(item.commandId);
    await connection.query('select append_events($1)', [JSON.stringify([asRow(item)])]);
  }

  const isSomebodyWaiting = async () =>
    (await owner.query(`select from pg_locks where locktype = 'advisory' and not granted`)).length > 0;

  it('is content when the order of commits is that of positions', async () => {
    await commitInTheWrongOrder();
    expect(await invariants.atRest(witness)).toEqual([]);
  });

  it('turns red without the lock of the shard', async () => {
    await rewriteAppend('perform pg_advisory_xact_lock(1735549538, locked);', 'null;');
    await commitInTheWrongOrder();
    expect(await broken()).toEqual(['I4:']);
  });

  /** Two forms with one command id, the second one decided on what the first left behind. */
  async function sendTwice(): Promise<void> {
    const log = openLog(test.url);
    const first = anAppend({ shard: SHARD });
    const send = async (append: Append) => {
      witness.asked.add(append.commandId);
      const { outcome } = await log.appender.append(append);
      if (outcome !== 'conflict') witness.acknowledge(append.commandId);
    };
    await send(first);
    await send({
      ...first,
      expected: { version: 1, commandId: undefined },
      events: [{ type: 'ListRenamed', schemaVersion: 1, data: { name: 'B' } }],
    });
    await log.close();
    await follow();
  }

  async function follow(): Promise<void> {
    const database = openDatabase(test.url, 'garbanzo_worker');
    const catchUp = new CatchUp(new ReadModel(database));
    for (const projection of PROJECTIONS) await catchUp.catchUp({ projection }, SHARD);
    await database.close();
  }

  it('is content when a form that was sent twice is done once', async () => {
    await sendTwice();
    expect(await invariants.atRest(witness)).toEqual([]);
  });

  it('turns red without the check of the command id', async () => {
    await rewriteAppend(
      'where f.shard = i.shard and f.command_id = i.command_id offset 0',
      'where false offset 0',
    );
    await sendTwice();
    expect(await broken()).toContain('I1:');
  });

  it('turns red when the checkpoint is saved before the rows, and the worker killed in between', async () => {
    await sendTwice();
    const log = openLog(test.url);
    const append = anAppend({ shard: SHARD });
    witness.acknowledge(append.commandId);
    await log.appender.append(append);
    await log.close();
    await owner.query(
      'update checkpoints set position = (select max(position) from events) where shard = $1',
      [SHARD],
    );
    expect(await invariants.moving()).toEqual(
      ['lists', 'search_entries'].map((table) => expect.stringMatching(`^I6: .*"table":"${table}"`)),
    );
    expect(await broken()).toEqual(['I4:']);
  });

  it('turns red for an event that nobody asked for, and for a gap in a stream', async () => {
    await sendTwice();
    witness.asked.clear();
    expect(await broken()).toContain('I2:');
    await owner.query('alter table events disable trigger user');
    await owner.query('update events set version = 3');
    expect(await broken()).toContain('I3:');
  });
});
