import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { withEmptyDatabase } from '../support/database.js';
import { garbanzo, startGarbanzo } from '../support/garbanzo.js';
import { ids, Projecting } from '../support/projecting.js';
import { until } from '../support/until.js';

const [home = ''] = ids(1);

describe('a restore that is ended before its time', () => {
  let projecting: Projecting;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    projecting = await Projecting.open();
    folder = mkdtempSync(join(tmpdir(), 'garbanzo-killed-'));
    file = join(folder, 'backup');
    await projecting.append([[home, { type: 'ListCreated', data: { name: 'Home' } }]]);
    await garbanzo(['backup', file], { DATABASE_URL: projecting.url });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await projecting.close();
  });

  /** Its signal comes when all events are in and the sequence is to be moved on: there the restore waits for a lock. */
  async function endRestore(url: string, signal: NodeJS.Signals) {
    const holder = new pg.Client(url);
    await holder.connect();
    const found = async (where: string) => ((await holder.query(`select from ${where}`)).rowCount ?? 0) > 0;
    await holder.query('begin');
    await holder.query('alter sequence event_positions cache 1');
    const restoring = startGarbanzo(['restore', file], url);
    await until(() => found(`pg_locks where not granted and relation = 'event_positions'::regclass`));
    restoring.kill(signal);
    const ended = once(restoring, 'exit');
    await (signal === 'SIGKILL' ? ended : said(restoring, 'Stopping'));
    await holder.query('rollback');
    const admin = `pg_stat_activity where datname = current_database() and application_name = 'garbanzo admin'`;
    await until(async () => !(await found(admin)));
    const isEmpty = !(await found('events'));
    await holder.end();
    return { ended: await ended, isEmpty };
  }

  /** A restore that has not noticed its signal yet would end in success. */
  async function said({ stderr }: ChildProcess, word: string): Promise<void> {
    let text = '';
    stderr?.on('data', (part) => (text += String(part)));
    await until(() => text.includes(word));
  }

  it.each([
    ['SIGKILL', [null, 'SIGKILL']],
    ['SIGINT', [1, null]],
  ] as const)('by %s leaves nothing behind, and can be tried again', async (signal, ended) => {
    await withEmptyDatabase(async ({ url }) => {
      await garbanzo(['migrate'], { DATABASE_URL: url });
      expect(await endRestore(url, signal)).toEqual({ ended, isEmpty: true });
      expect((await garbanzo(['restore', file], { DATABASE_URL: url })).code).toBe(0);
    });
  });
});
