import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const SETTINGS = {
  name: 'Mia Bean',
  language: 'en',
  timeZone: 'Europe/Berlin',
  firstDay: '7',
  theme: 'dark',
  letterKeys: 'on',
  showsPresence: 'on',
};

describe('a profile', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let mia: Person;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
    mia = new Person(web, SOMEBODY.token);
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  const selected = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<select[^>]* name="(\w+)"[^]*?<option value="([^"]+)"[^>]* selected>/g)].map(
        ([, name, value]) => [name, value],
      ),
    );
  const stored = () =>
    runStatements(
      test.url,
      `select name, language, time_zone, first_day, theme, letter_keys, shows_presence from accounts where email = '${SOMEBODY.email}'`,
    );

  it('is led to from the account, with other pages of it', async () => {
    const { text } = await mia.open('/account');
    for (const path of ['/account/profile', '/account/tokens', '/account/delete'])
      expect(text).toContain(`href="${path}"`);
  });

  it('is saved at once, said in words, and shown again as it was saved', async () => {
    for (const fields of [
      SETTINGS,
      { ...SETTINGS, theme: 'light', timeZone: 'America/New_York', firstDay: '1' },
    ]) {
      const { status, headers } = await mia.post('/account/profile', fields);
      expect([status, headers.location]).toEqual([303, '/account/profile?saved=1']);
      const { text } = await mia.open('/account/profile?saved=1');
      expect(text).toContain('Your profile is saved.');
      const { language, timeZone, firstDay, theme } = fields;
      expect(selected(text)).toEqual({ language, timeZone, firstDay, theme });
      expect(text).toMatch(/name="name"[^>]* value="Mia Bean"/);
      expect(text).toMatch(/name="letterKeys" checked/);
      expect(text).toMatch(/name="showsPresence" checked/);
    }
    expect((await mia.open('/account/profile')).text).not.toContain('Your profile is saved.');
  });

  it('has pages look as its reader wants them, wherever they go', async () => {
    for (const theme of ['light', 'dark', 'system']) {
      await mia.post('/account/profile', { ...SETTINGS, theme });
      for (const path of [WORKSPACE_PATH, '/account', `${WORKSPACE_PATH}/lists/none`])
        expect((await mia.open(path)).text).toContain(`<html lang="en" data-theme="${theme}">`);
    }
  });

  it('has something switched off by a checkbox that is left out', async () => {
    const { letterKeys: _, showsPresence: __, ...rest } = SETTINGS;
    await mia.post('/account/profile', rest);
    expect(await stored()).toEqual([
      {
        name: 'Mia Bean',
        language: 'en',
        time_zone: 'Europe/Berlin',
        first_day: 7,
        theme: 'dark',
        letter_keys: false,
        shows_presence: false,
      },
    ]);
    expect((await mia.open('/account/profile')).text).not.toMatch(/type="checkbox"[^>]* checked/);
  });

  it('knows a time zone by each of its names, and shows the one that it has kept', async () => {
    await mia.post('/account/profile', { ...SETTINGS, timeZone: 'asia/kolkata' });
    const { text } = await mia.open('/account/profile');
    expect(selected(text).timeZone).toMatch(/^Asia\/(?:Kolkata|Calcutta)$/);
  });

  it.each([
    ['name', ' ', 'Say what others should call you'],
    ['name', 'x'.repeat(300), 'That is too long for a name'],
    ['timeZone', 'Mars/Olympus', 'There is no such time zone'],
    ['timeZone', '+02:00', 'There is no such time zone'],
    ['timeZone', '', 'There is no such time zone'],
  ])('says what is wrong with the %s %j, and changes nothing', async (field, value, words) => {
    const before = await stored();
    const { status, text } = await mia.post('/account/profile', {
      ...SETTINGS,
      theme: 'light',
      [field]: value,
    });
    expect(status).toBe(422);
    expect(text).toContain(words);
    expect(selected(text).theme).toBe('light');
    expect(await stored()).toEqual(before);
  });

  it.each([
    { theme: 'pink' },
    { firstDay: '0' },
    { language: 'tlh' },
    { isInstanceOwner: 'true' },
    { letterKeys: '1' },
  ])('takes nothing that it does not offer: %j', async (fields) => {
    const before = await stored();
    expect((await mia.post('/account/profile', { ...SETTINGS, ...fields })).status).toBe(400);
    expect(await stored()).toEqual(before);
  });

  it('has pages in the language that was chosen, beginning with the one that follows', async () => {
    const { text } = await mia.postAndFollow('/account/profile', { ...SETTINGS, language: 'de' });
    expect(text).toContain('<html lang="de" data-theme="dark">');
    expect(text).toContain('Dein Profil ist gespeichert.');
    expect(text).toMatch(/<option value="7" selected>Sonntag</);
    expect(selected(text).language).toBe('de');
    for (const [value, name] of [
      ['en', 'English'],
      ['de', 'Deutsch'],
    ])
      expect(text).toMatch(new RegExp(`<option value="${value}" lang="${value}"[^>]*>${name}<`));
    await mia.post('/account/profile', SETTINGS);
  });

  it('has them in that language whatever the browser asks for, which is heard as long as none was chosen', async () => {
    const asked = async (language: string, header: string) => {
      await mia.post('/account/profile', { ...SETTINGS, language });
      const { text } = await mia.open('/account', { 'accept-language': header });
      return /<h1>([^<]*)</.exec(text)?.[1];
    };
    expect(await asked('de', 'en')).toBe('Dein Konto');
    expect(await asked('en', 'de')).toBe('Your account');
    expect(await asked('browser', 'de-CH, en;q=0.5')).toBe('Dein Konto');
    expect(await asked('browser', 'fr')).toBe('Your account');
  });

  it('is heard in what programs are told, and in what is wrong with a form', async () => {
    await mia.post('/account/profile', { ...SETTINGS, language: 'de' });
    const refused = await mia.post('/account/profile', { ...SETTINGS, language: 'de', name: ' ' });
    expect(refused.text).toContain('Sag, wie andere dich nennen sollen.');
    const { text } = await mia.open('/account/tokens', { accept: 'application/json' });
    expect(text).toContain('Mit einem Token fragt ein Programm in deinem Namen');
    await mia.post('/account/profile', SETTINGS);
  });

  it('takes the time zone from the browser until somebody has chosen one, be it UTC', async () => {
    await runStatements(test.url, `update accounts set time_zone = 'UTC', time_zone_chosen = false`);
    expect((await mia.open('/account/profile')).text).toContain('data-time-zone');
    await mia.post('/account/profile', { ...SETTINGS, timeZone: 'UTC' });
    expect((await mia.open('/account/profile')).text).not.toContain('data-time-zone');
  });
});
