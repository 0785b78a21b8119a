import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkBackup, readHeader, restoreLog, UnreadableBackupError } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { logOf, read } from '../support/backups.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';

const whole = readFileSync(fileURLToPath(new URL('format-1.ndjson.gz', import.meta.url)));
const lines = gunzipSync(whole).toString().trimEnd().split('\n');

/** These lines as a backup, with a checksum that is right. */
function signed(content: readonly string[]): Buffer {
  const text = content.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return gzipSync(`${text}${JSON.stringify({ end: { sha256 } })}\n`);
}

const content = lines.slice(0, -1);
const withHeader = (changes: object) =>
  signed([JSON.stringify({ ...JSON.parse(lines[0] ?? ''), ...changes }), ...content.slice(1)]);

/** What checking says; undefined when there is nothing wrong. */
async function complaintAbout(bytes: Buffer): Promise<string | undefined> {
  try {
    await checkBackup(read(bytes));
    return undefined;
  } catch (error) {
    if (!(error instanceof UnreadableBackupError)) throw error;
    return error.message;
  }
}

describe('a backup that was spoilt', () => {
  it.each([
    ['is empty', Buffer.alloc(0), 'The backup is cut off: its end is missing.'],
    ['is empty inside', gzipSync(''), 'The backup is empty.'],
    ['is not compressed', gunzipSync(whole), 'This is no backup of Garbanzo.'],
    ['is something else', gzipSync('Dear diary,\n'), 'This is no backup of Garbanzo.'],
    ['is other JSON', gzipSync('{"format":1}\n'), 'This is no backup of Garbanzo.'],
    ['has lost its header', signed(content.slice(1)), 'This is no backup of Garbanzo.'],
    [
      'has half a header',
      withHeader({ events: 'many' }),
      'The backup is damaged: its header cannot be read.',
    ],
    ['has lost its end', gzipSync(content.join('\n')), 'The backup is cut off: its end is missing.'],
    [
      'ends in the middle of a line',
      gzipSync(lines.join('\n').slice(0, -70)),
      'The backup is damaged: a line cannot be read.',
    ],
    [
      'goes on',
      gzipSync(`${lines.join('\n')}\n${content[1]}\n`),
      'The backup is damaged: a line cannot be read.',
    ],
    ['is there twice', Buffer.concat([whole, whole]), 'The backup is damaged: a line cannot be read.'],
    [
      'has lost an event',
      signed(content.slice(0, -1)),
      'The backup is damaged: it does not hold what its header says.',
    ],
    [
      'has an event twice',
      signed([...content, content.at(-1) ?? '']),
      'The backup is damaged: it does not hold what its header says.',
    ],
    [
      'has a changed letter',
      gzipSync(lines.join('\n').replace('Oat milk', 'Oat malt')),
      'The backup is damaged: its checksum is another one.',
    ],
    [
      'has a line of something else',
      signed([...content, '{"event-": {}}']),
      'The backup is damaged: a line cannot be read.',
    ],
    [
      'has lost a row of a table',
      withHeader({ format: 2, tables: { accounts: { rows: 1, columns: ['id'] } } }),
      'The backup is damaged: it does not hold what its header says.',
    ],
    [
      'has a row of a table that its header does not name',
      signed([...content, '{"accounts":{}}']),
      'The backup is damaged: a line cannot be read.',
    ],
    [
      'names a table that cannot be one',
      withHeader({ format: 2, tables: { 'accounts"; drop': { rows: 0, columns: [] } } }),
      'The backup is damaged: its header cannot be read.',
    ],
  ])('because it %s, is refused in words', async (_, bytes, words) => {
    expect(await complaintAbout(bytes)).toBe(words);
  });

  it('is refused at whatever byte it was cut off', async () => {
    for (let length = 1; length < whole.length; length += 1) {
      expect([length, await complaintAbout(whole.subarray(0, length))]).toEqual([
        length,
        expect.stringMatching(/cut off|no backup/),
      ]);
    }
  });

  it('is refused whichever byte has a flipped bit, unless that changes nothing', async () => {
    const accepted: Buffer[] = [];
    for (const [index, byte] of whole.entries()) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(byte ^ (1 << (index % 8)), index);
      if ((await complaintAbout(flipped)) === undefined) accepted.push(gunzipSync(flipped));
    }
    // A few bytes of gzip say when it was compressed, and how.
    expect(accepted.length).toBeLessThan(12);
    expect(new Set(accepted.map(String))).toEqual(new Set([String(gunzipSync(whole))]));
  });

  it('of a newer format names the way out', async () => {
    expect(await complaintAbout(withHeader({ format: 3 }))).toContain(
      'The backup is of format 3; this version reads up to 2. Use the version that wrote it, or a later one.',
    );
    // A later format may have another header, and another everything.
    const later = gzipSync('{"garbanzo":"backup","format":4}\nsomething\n');
    await expect(readHeader(read(later))).rejects.toThrow('The backup is of format 4');
  });
});

describe('a restore', () => {
  let test: TestDatabase;
  let target: Database;
  beforeAll(async () => {
    test = await createTestDatabase();
    target = openDatabase(test.url);
  });
  afterAll(async () => {
    await target.close();
    await test.drop();
  });

  const position = async () =>
    (await target.query<{ last_value: number }>('select last_value, is_called from event_positions'))[0];

  it.each([
    ['is cut off', whole.subarray(0, -9)],
    ['was changed', gzipSync(lines.join('\n').replace('Oat milk', 'Oat malt'))],
    ['breaks a rule of the log', signed([...content.slice(0, -1), content.at(-2) ?? ''])],
  ])('of one that %s leaves nothing behind', async (_, bytes) => {
    const before = [await logOf(target), await position()];
    await expect(restoreLog(target, read(bytes))).rejects.toThrow(/cut off|damaged|duplicate key/);
    expect([await logOf(target), await position()]).toEqual(before);
  });

  it('of one in the first format gives what was in it', async () => {
    await restoreLog(target, read(whole));
    const { events, workspaces } = await logOf(target);
    expect(workspaces).toEqual([
      '(00000000-0000-7000-8000-000000000001,46,"2026-11-24 08:00:00.000001+00",Home)',
    ]);
    expect(events).toEqual([
      '(7,3,0193a000-0000-7000-8000-000000000002,1,TodoAdded,1,00000000-0000-7000-8000-000000000001,0193a000-0000-7000-8000-00000000000a,0193a000-0000-7000-8000-0000000000c2,0193a000-0000-7000-8000-0000000000d2,0193a000-0000-7000-8000-0000000000e2,00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01,"{""order"": ""a0"", ""title"": ""Oat milk"", ""listId"": ""0193a000-0000-7000-8000-000000000001""}","2026-11-24 08:00:01.000002+00")',
      '(46,1,0193a000-0000-7000-8000-000000000001,1,ListCreated,1,00000000-0000-7000-8000-000000000001,0193a000-0000-7000-8000-00000000000a,0193a000-0000-7000-8000-0000000000c1,0193a000-0000-7000-8000-0000000000d1,0193a000-0000-7000-8000-0000000000e1,,"{""name"": ""Größe 🥜""}","2026-11-24 08:00:00.5+00")',
    ]);
  });
});
