import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withEmptyDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { Person } from '../support/person.js';
import { startWeb } from '../support/running-app.js';

const ANNA = { email: 'anna@example.org', password: 'beans on toast' };

describe('the year of a household', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'garbanzo-example-'));
    file = join(folder, 'year.backup');
    const script = 'dist/apps/example-data/src/main.js';
    execFileSync(process.execPath, [script, file], { stdio: ['ignore', 'inherit', 'ignore'] });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a backup that can be put into an empty database, and lets its people in', async () => {
    await withEmptyDatabase(async ({ url }) => {
      // It builds the tables, and compares them with the log.
      const { code, stderr } = await garbanzo(['restore', file], { DATABASE_URL: url });
      expect(code === 0 ? '' : stderr).toBe('');
      const web = await startWeb(url);
      try {
        const anna = new Person(web);
        expect((await anna.post('/sign-in', ANNA)).headers.location).toBe('/');
        const { status, text } = await anna.open('/');
        expect(status).toBe(200);
        expect(text).toContain('Feed the cat');
      } finally {
        await web.close();
      }
    });
  });
});
