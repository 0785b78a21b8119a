import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { homeOf } from '../support/home-of.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'Europe/Berlin' };

describe('somebody who comes to an empty system', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let mia: Person;

  async function start(env: NodeJS.ProcessEnv = {}): Promise<void> {
    test = await createTestDatabase();
    await runStatements(test.url, 'delete from accounts');
    web = await startWeb(test.url, env);
    mia = new Person(web);
  }
  async function stop(): Promise<void> {
    await web.close();
    await test.drop();
  }

  describe('that is reached by them only', () => {
    beforeEach(() => start());
    afterEach(stop);

    it('is led to the set-up, whatever they want to see', async () => {
      for (const path of ['/', `${WORKSPACE_PATH}/trash`, '/account', '/sign-in']) {
        const { status, headers } = await mia.open(path);
        expect([status, String(headers.location).split('?')[0]]).toEqual([303, '/setup']);
        const head = await request(web.getHttpServer()).head(path).set('accept', 'text/html');
        expect([head.status, head.headers.location]).toEqual([303, headers.location]);
      }
      expect((await mia.open('/setup')).text).toContain('The first one is yours');
    });

    it('owns the installation and what is in it afterwards, and is signed in', async () => {
      const { status, headers } = await mia.post('/setup', MIA);
      expect([status, headers.location]).toEqual([303, WORKSPACE_PATH]);
      expect(String(headers['set-cookie'])).toMatch(/^garbanzo=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
      expect(await homeOf(mia)).toBe(WORKSPACE_PATH);
      expect((await mia.open(WORKSPACE_PATH)).text).toContain('Your lists');
      const accounts = await runStatements(
        test.url,
        `select name, email, time_zone, is_instance_owner, role, password_hash ~ '^[$]argon2id[$]' as is_hashed
         from accounts a join memberships m on m.account_id = a.id`,
      );
      expect(accounts).toEqual([
        {
          name: 'Mia',
          email: 'mia@example.org',
          time_zone: 'Europe/Berlin',
          is_instance_owner: true,
          role: 'owner',
          is_hashed: true,
        },
      ]);
    });

    it('finds no set-up any more, nor does anybody else', async () => {
      await mia.post('/setup', MIA);
      for (const person of [mia, new Person(web)]) {
        expect((await person.open('/setup')).status).toBe(404);
        for (const form of [{ ...MIA, email: 'eve@example.org' }, {}])
          expect((await person.post('/setup', form)).status).toBe(404);
      }
      expect(await runStatements(test.url, 'select from accounts')).toHaveLength(1);
    });

    it('is told so when somebody else is quicker', async () => {
      const [one, other] = [new Person(web), new Person(web)];
      const answers = await Promise.all([
        one.post('/setup', MIA),
        other.post('/setup', { ...MIA, name: 'Ben', email: 'ben@example.org' }),
      ]);
      expect(new Set(answers.map(({ headers }) => headers.location))).toEqual(
        new Set([WORKSPACE_PATH, '/sign-in?late=1']),
      );
      expect(one.isRemembered).not.toBe(other.isRemembered);
      expect((await mia.open('/sign-in?late=1')).text).toContain('Somebody else was quicker');
      expect(await runStatements(test.url, 'select from accounts')).toHaveLength(1);
    });

    it.each([
      ['name', ' ', 'Say what others should call you'],
      ['email', 'mia at example', 'That is no e-mail address'],
      ['password', 'short', 'too short for a password'],
      ['password', 'x'.repeat(300), 'too long for a password'],
      ['timeZone', 'Mars/Olympus', 'There is no such time zone'],
    ])(
      'sees what is wrong with the %s, and keeps what they typed but for the password',
      async (field, value, words) => {
        const { status, text } = await mia.post('/setup', { ...MIA, [field]: value });
        expect(status).toBe(422);
        expect(text).toContain(words);
        expect(text).toContain('aria-invalid="true"');
        expect(text).toContain(`value="${field === 'name' ? ' ' : 'Mia'}"`);
        expect(text).not.toContain('a pea in a pot');
        expect(mia.isRemembered).toBe(false);
      },
    );
  });

  describe('that everybody can reach', () => {
    beforeEach(() => start({ SETUP_TOKEN: 'only for who runs it' }));
    afterEach(stop);

    it('has to know the token of the server', async () => {
      for (const token of [undefined, '', 'a guess']) {
        const { status, text } = await mia.post('/setup', {
          ...MIA,
          ...(token === undefined ? {} : { token }),
        });
        expect(status).toBe(422);
        expect(text).toContain('That is another token');
      }
      expect(await runStatements(test.url, 'select from accounts')).toEqual([]);
      expect((await mia.open('/setup?token=only%20for%20who%20runs%20it')).text).toContain(
        'only for who runs it',
      );
      expect((await mia.post('/setup', { ...MIA, token: 'only for who runs it' })).status).toBe(303);
    });

    it('cannot guess it quickly', async () => {
      // As if somebody had tried all that is free already; and nothing here depends on how busy the machine is.
      await mia.post('/setup', { ...MIA, token: 'a guess' });
      await runStatements(test.url, `update tries set count = 50`);
      await mia.post('/setup', { ...MIA, token: 'another' });
      const { status, headers, text } = await mia.post('/setup', { ...MIA, token: 'only for who runs it' });
      expect([status, Number(headers['retry-after']) > 800]).toEqual([429, true]);
      expect(text).toContain('Too many tries. Wait 15 minutes');
      expect(await runStatements(test.url, 'select from accounts')).toEqual([]);
    });
  });
});
