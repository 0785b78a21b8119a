import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import { garbanzo } from '../support/garbanzo.js';
import { ids, Projecting } from '../support/projecting.js';

const [home = '', milk = '', bread = ''] = ids(3);
const added = (title: string): DomainEvent => ({
  type: 'TodoAdded',
  data: { listId: home, title, order: 'a0' },
});

describe('the command line', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, added('Milk')],
      [bread, added('Bread')],
    ]);
    await projecting.project();
  });
  afterAll(() => projecting.close());

  const run = (...args: string[]) => garbanzo(args, { DATABASE_URL: projecting.url });
  const spoil = () => projecting.database.query(`update todos set title = 'Gin' where id = $1`, [milk]);

  it('verifies, and says so', async () => {
    const { code, stdout, stderr } = await run('verify');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: '3 rows of todo-lists were compared with 3 events: they are equal.\n',
    });
    expect(stderr).toContain('verify: 3 of 3 events');
  });

  it('lists what differs and exits with 1; replay mends it', async () => {
    await spoil();
    const { code, stdout } = await run('verify', '--limit', '1');
    expect(code).toBe(1);
    expect(stdout).toContain(`todos ${milk} title: expected "Milk", found "Gin"`);
    const replayed = await run('replay');
    expect(replayed.code).toBe(0);
    expect(replayed.stdout).toMatch(/^todo-lists was built again from 3 events in \d+\.\d s\.\n$/);
    expect(replayed.stderr).toMatch(/fold: 3 of 3 events\n[^]*index\n[^]*go live\n/);
    expect((await run('verify')).code).toBe(0);
  });

  it('takes back what no worker has begun', async () => {
    expect((await run('replay', '--background')).code).toBe(0);
    expect(await run('replay', '--cancel')).toMatchObject({
      code: 0,
      stdout: 'The replay was cancelled; nothing has changed.\n',
    });
    expect((await run('replay', '--cancel')).code).toBe(1);
  });

  it('needs to know which of two things to do', async () => {
    expect(await run('replay', '--back', '--cancel')).toMatchObject({
      code: 2,
      stderr: '--back and --cancel exclude each other: give one of them.\n',
    });
  });

  it('goes back to what was kept, and forth again', async () => {
    expect(await run('replay', '--back')).toMatchObject({
      code: 1,
      stderr: 'No older tables of todo-lists were kept. Replay with --keep-old to keep some.\n',
    });
    await spoil();
    await run('replay', '--keep-old');
    expect((await run('verify')).code).toBe(0);
    expect((await run('replay', '--back')).code).toBe(0);
    expect((await run('verify')).code).toBe(1);
    expect((await run('replay', '--back')).code).toBe(0);
    expect((await run('verify')).code).toBe(0);
  });

  it('answers scripts in JSON', async () => {
    const replayed: unknown = JSON.parse((await run('replay', '--json')).stdout);
    const [events, seconds] = [3, expect.any(Number)];
    const phases = { sort: seconds, fold: seconds, index: seconds, verify: seconds, 'go live': seconds };
    expect(replayed).toEqual({ projection: 'todo-lists', events, seconds, phases });
    const verified: unknown = JSON.parse((await run('verify', '--json')).stdout);
    expect(verified).toEqual({ events: 3, rows: 3, found: 0, differences: [] });
  });

  it('lists parked streams, and folds them again when asked to', async () => {
    expect(await run('parked')).toMatchObject({ code: 0, stdout: 'No stream is parked.\n' });
    await projecting.appendUnchecked(bread, { type: 'TodoSnoozed', schemaVersion: 1, data: {} });
    await projecting.project();
    const { code, stdout } = await run('parked');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(`todo-lists: stream ${bread} at position \\d+ \\(TodoSnoozed\\) since`),
    );
    expect(await run('parked', 'retry', bread)).toMatchObject({
      code: 1,
      stdout: '0 folded, 1 still parked\n',
    });
    // As after an update that knows the event: here it is one that everybody knows.
    await projecting.asOwner([
      'alter table events disable trigger user',
      `update events set type = 'TodoCompleted' where type = 'TodoSnoozed'`,
      'alter table events enable trigger user',
    ]);
    expect(await run('parked', 'retry')).toMatchObject({ code: 0, stdout: '1 folded, 0 still parked\n' });
    expect((await run('verify')).code).toBe(0);
  });

  it.each([
    [['replay', 'nonsense'], 'There is no projection nonsense. There is: todo-lists, search.'],
    [['verify', '--limit', 'many'], '--limit must be a number from 1 on, not many.'],
    [['parked', 'retry', 'nonsense'], 'nonsense is no id of a stream.'],
  ])('refuses %j in words', async (args, words) => {
    const { code, stderr } = await run(...args);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${words}\n` });
  });
});
