import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logOf } from '../support/backups.js';
import { withEmptyDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo, startGarbanzo } from '../support/garbanzo.js';
import { openDatabase } from '../support/log.js';
import { ids, Projecting } from '../support/projecting.js';

const [home = '', milk = '', bread = ''] = ids(3);

describe('garbanzo backup and garbanzo restore', () => {
  let projecting: Projecting;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    projecting = await Projecting.open();
    folder = mkdtempSync(join(tmpdir(), 'garbanzo-backup-'));
    file = join(folder, 'monday.backup');
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, { type: 'TodoAdded', data: { listId: home, title: 'Milk', order: 'a0' } }],
      [bread, { type: 'TodoAdded', data: { listId: home, title: 'Bread', order: 'a1' } }],
      [bread, { type: 'TodoCompleted', data: {} }],
    ]);
    await projecting.project();
    await backup(file);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await projecting.close();
  });

  const backup = (path: string) => garbanzo(['backup', path], { DATABASE_URL: projecting.url });
  const restore = (path: string, target: TestDatabase) =>
    garbanzo(['restore', path], { DATABASE_URL: target.url });

  async function contentOf({ url }: TestDatabase) {
    const owner = openDatabase(url);
    try {
      const todos = await owner.query('select * from todos order by id');
      return { ...(await logOf(owner)), todos };
    } finally {
      await owner.close();
    }
  }

  it('say what they did, and leave a file that only its owner can read', async () => {
    const other = join(folder, 'other.backup');
    const { code, stderr } = await backup(other);
    expect(code).toBe(0);
    expect(stderr).toContain('backup: 4 of 4 events\n');
    expect(stderr).toMatch(/4 events of 1 workspace are in \S+other\.backup, as of 20\d\d-.*Z\. It took \d/);
    expect(statSync(other).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['monday.backup', 'other.backup']);
    rmSync(other);
  });

  it('bring everything into a database that has nothing, schema and tables included', async () => {
    await withEmptyDatabase(async (target) => {
      const { code, stdout, stderr } = await restore(file, target);
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: expect.stringMatching(
          /^check: 4 of 4 events\nload: 4 of 4 events\n[^]*verify: 4 of 4 events\ngo live\n$/,
        ),
      });
      expect(stdout).toMatch(
        /^4 events of 1 workspace are back, as of 20\S+Z; the tables were built and verified\. It took \d/,
      );
      const { todos, ...log } = await contentOf(target);
      expect(log).toEqual(await logOf(projecting.database));
      expect(todos).toEqual(await projecting.database.query('select * from todos order by id'));
      expect((await garbanzo(['verify'], { DATABASE_URL: target.url })).code).toBe(0);
      const again = await restore(file, target);
      expect(again).toMatchObject({
        code: 1,
        stderr: 'The database is not empty: it has events. Restore into a new one; nothing was changed.\n',
      });
    });
  });

  it('can be piped from one to the other', async () => {
    await withEmptyDatabase(async (target) => {
      const from = startGarbanzo(['backup', '-'], projecting.url);
      const into = startGarbanzo(['restore', '-'], target.url);
      from.stdout?.pipe(into.stdin ?? process.stderr);
      expect(await Promise.all([once(from, 'exit'), once(into, 'exit')])).toEqual([
        [0, null],
        [0, null],
      ]);
      expect((await contentOf(target)).events).toHaveLength(4);
    });
  });

  it('refuse a damaged file before there is even a schema', async () => {
    const damaged = join(folder, 'damaged.backup');
    writeFileSync(damaged, readFileSync(file).subarray(0, -20), { flag: 'wx' });
    await withEmptyDatabase(async (target) => {
      expect(await restore(damaged, target)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^check: .*\nThe backup is cut off: its end is missing\.\n$/),
      });
      expect(await restore(join(folder, 'none'), target)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('none cannot be opened (ENOENT: no such file or directory'),
      });
      const owner = openDatabase(target.url);
      expect(await owner.query(`select to_regclass('events') as events`)).toEqual([{ events: null }]);
      await owner.close();
    });
    rmSync(damaged);
  });

  it('take the place of no file', async () => {
    const before = readFileSync(file);
    expect(await backup(file)).toMatchObject({
      code: 1,
      stderr: `${file} is there already. Remove it, or take another name.\n`,
    });
    expect(readFileSync(file)).toEqual(before);
    const half = join(folder, 'half.backup');
    writeFileSync(`${half}.partial`, 'somebody writes this');
    expect(await backup(half)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('half.backup.partial is there already: another backup is writing it'),
    });
    expect([readFileSync(`${half}.partial`, 'utf8'), existsSync(half)]).toEqual([
      'somebody writes this',
      false,
    ]);
    rmSync(`${half}.partial`);
  });

  it('leave no file when there is nothing to be had, or nobody to take it', async () => {
    const away = await garbanzo(['backup', join(folder, 'away')], {
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    });
    expect(away).toMatchObject({ code: 1, stderr: expect.stringContaining('PostgreSQL does not answer') });
    expect(readdirSync(folder)).toEqual(['monday.backup']);
    const full = spawn('sh', ['-c', 'node dist/bundle/admin.js backup - > /dev/full'], {
      env: { PATH: process.env.PATH, DATABASE_URL: projecting.url },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    full.stderr.on('data', (piece: Buffer) => said.push(piece.toString()));
    expect(await once(full, 'close')).toEqual([1, null]);
    expect(said.join('')).toContain('The standard output did not take the whole backup (ENOSPC');
  });
});
