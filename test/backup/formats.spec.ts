import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { withEmptyDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';

const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'Europe/Berlin' };
const { email, password } = MIA;

describe('a backup of version 0.1.0', () => {
  const old = fileURLToPath(new URL('format-1.ndjson.gz', import.meta.url));

  it('belongs to whoever sets up after its restore', async () => {
    await withEmptyDatabase(async ({ url }) => {
      const { code, stdout } = await garbanzo(['restore', old], { DATABASE_URL: url });
      expect([code, stdout]).toEqual([0, expect.stringContaining('Nobody has an account in it')]);
      const [web, worker] = await Promise.all([startWeb(url), startWorker(url)]);
      const mia = new Person(web);
      expect((await mia.open('/')).headers.location).toMatch(/^\/setup/);
      expect((await mia.post('/setup', MIA)).status).toBe(303);
      await until(async () => (await mia.open(WORKSPACE_PATH)).text.includes('Größe 🥜'));
      const names = await runStatements(url, 'select name from workspaces');
      expect(names).toEqual([{ name: 'Home' }]);
      await Promise.all([web.close(), worker.close()]);
    });
  });
});

describe('a backup of the second format', () => {
  const kept = fileURLToPath(new URL('format-2.ndjson.gz', import.meta.url));

  it('lets in whoever was let in when it was written', async () => {
    await withEmptyDatabase(async ({ url }) => {
      expect(await garbanzo(['restore', kept], { DATABASE_URL: url })).toMatchObject({ code: 0 });
      const web = await startWeb(url);
      const mia = new Person(web);
      expect((await mia.post('/sign-in', { email, password })).status).toBe(303);
      expect((await mia.open(`${WORKSPACE_PATH}/access`)).status).toBe(200);
      expect((await mia.open('/account/access')).text).toContain('You set up this installation.');
      expect((await mia.open(WORKSPACE_PATH)).text).toContain('Größe 🥜');
      const stored = await runStatements(url, 'select created_at::text, theme, letter_keys from accounts');
      expect(stored).toEqual([
        { created_at: '2026-11-28 07:00:00.000003+00', theme: 'dark', letter_keys: false },
      ]);
      await web.close();
    });
  });
});
