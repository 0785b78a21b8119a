import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Append } from '#libs/event-store';
import { createTestDatabase } from '../support/database.js';
import { asRow } from '../support/append-row.js';
import { anAppend, createWorkspaces, openDatabase, openLog, SHARD } from '../support/log.js';

const MANY = 1_000;

describe('what one command appends to several streams', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let log: ReturnType<typeof openLog>;
  beforeAll(async () => {
    test = await createTestDatabase();
    log = openLog(test.url);
    const owner = openDatabase(test.url);
    await createWorkspaces(owner, [SHARD]);
    await owner.close();
  });
  afterAll(async () => {
    await log.close();
    await test.drop();
  });

  const together = (first: Append, count: number): [Append, ...Append[]] => {
    const { commandId } = first;
    return [first, ...Array.from({ length: count - 1 }, () => anAppend({ commandId }))];
  };
  const countOf = async (items: readonly Append[]) => {
    const [row] = await log.database.query<{ count: number }>(
      'select count(*)::int as count from events where stream_id = any($1::uuid[])',
      [items.map(({ streamId }) => streamId)],
    );
    return row?.count;
  };
  const appendRows = (rows: readonly object[]) =>
    log.database.query<{ outcome: string }>('select outcome from append_events($1::jsonb) order by item', [
      JSON.stringify(rows),
    ]);

  it('is there as a whole, a thousand streams at once', async () => {
    const items = together(anAppend(), MANY);
    const begun = performance.now();
    const appended = await log.appender.appendTogether(items);
    process.stderr.write(`${MANY} streams in ${Math.round(performance.now() - begun)} ms\n`);
    expect(appended).toMatchObject({ outcome: 'appended', version: 1 });
    expect(await countOf(items)).toBe(MANY);
  });

  it('is there once, however often it is sent', async () => {
    const items = together(anAppend(), 3);
    const first = await log.appender.appendTogether(items);
    const repeated = await Promise.all([
      log.appender.appendTogether(items),
      log.appender.appendTogether(items),
    ]);
    for (const answer of repeated) expect(answer).toEqual({ ...first, outcome: 'duplicate' });
    expect(await countOf(items)).toBe(3);
  });

  it('is not there at all when one of the streams has changed', async () => {
    const changed = anAppend();
    await log.appender.append(changed);
    const [first, ...others] = together(anAppend(), 3);
    const items: [Append, ...Append[]] = [first, ...others, { ...first, streamId: changed.streamId }];
    expect((await log.appender.appendTogether(items)).outcome).toBe('conflict');
    expect(await countOf([first, ...others])).toBe(0);
  });

  it('waits as a whole for what comes before it in a call, and what comes behind waits for it', async () => {
    const before = anAppend();
    const items = together(anAppend({ streamId: before.streamId, expected: 1 }), 3);
    const behind = anAppend({ streamId: items[2]?.streamId ?? '', expected: 1 });
    const rows = [
      { ...asRow(before), item: 0 },
      ...items.map((item, nth) => ({ ...asRow(item), item: nth + 1, together: 1 })),
      { ...asRow(behind), item: 4 },
    ];
    const answers = await appendRows(rows);
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'appended'));
    expect(await countOf(items)).toBe(5);
  });

  it('is refused when it names a stream twice', async () => {
    const [first] = together(anAppend(), 1);
    await expect(log.appender.appendTogether([first, first])).rejects.toThrow('a stream twice');
    expect(await countOf([first])).toBe(0);
  });

  it('is another one when a command of its own comes in the same call with the same id', async () => {
    const items = together(anAppend(), 2);
    const rows = items.map((item, nth) => ({ ...asRow(item), item: nth }));
    const answers = await appendRows(rows);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['appended', 'duplicate']);
  });
});
