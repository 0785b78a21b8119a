import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { durationWords } from '../../apps/web/src/locales/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { stretchWaits, told } from '../support/stretched-waits.js';

const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };
const BEN = { email: 'ben@example.org', password: MIA.password };
const [STRANGER, HOME] = ['192.0.2.66', '192.0.2.1'];
const [FREE, FREE_OF_NETWORK] = [5, 20];

describe('guessing passwords', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let stranger: Person;
  /** Has signed in, and out again. */
  let mia: Person;
  beforeAll(async () => {
    test = await createTestDatabase();
    await runStatements(test.url, 'delete from accounts');
    web = await startWeb(test.url, { TRUST_PROXY: 'true' });
    await stretchWaits(test.url);
    mia = new Person(web);
    await mia.post('/setup', MIA);
    await mia.post('/sign-out');
    await runStatements(
      test.url,
      `with ben as (
         insert into accounts select gen_random_uuid(), 'Ben', 'ben@example.org', password_hash, false, language, time_zone,
                                     first_day, theme, letter_keys from accounts returning id)
       insert into memberships (account_id, workspace_id, role) select ben.id, w.id, 'member' from ben, workspaces w`,
    );
  });
  beforeEach(async () => {
    stranger = new Person(web);
    await runStatements(test.url, 'delete from tries');
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  const tryAs = (person: Person, email: string, password: string, from = STRANGER) =>
    person.post('/sign-in', { email, password }, { 'x-forwarded-for': from });
  const guess = (email = MIA.email, from = STRANGER) => tryAs(stranger, email, 'a guess', from);
  async function guessOften(times: number, email = MIA.email, from = STRANGER): Promise<void> {
    for (let n = 0; n < times; n += 1) expect((await guess(email, from)).status).toBe(422);
  }
  /** As if everybody had waited for as long as they were told to. */
  const wait = () => runStatements(test.url, 'update tries set waits_until = now()');

  it('takes ever longer, as the page says, and what was typed is kept but for the password', async () => {
    await guessOften(FREE);
    for (const seconds of [1, 2, 4, 8, 16]) {
      const { status, headers, text } = await guess();
      expect([status, told(headers)]).toEqual([429, seconds]);
      expect(text).toContain(
        `Too many tries. Wait ${durationWords(Number(headers['retry-after']))}, and try again.`,
      );
      expect(text).toContain(`value="${MIA.email}"`);
      expect(text).not.toContain('a guess');
      await wait();
      await guessOften(1);
    }
  });

  it('never takes longer than a quarter of an hour, and is forgotten after a day', async () => {
    await guessOften(FREE);
    await runStatements(test.url, 'update tries set count = 1000, waits_until = now()');
    await guessOften(1);
    expect(told((await guess()).headers)).toBe(900);
    await runStatements(
      test.url,
      `update tries set first_at = now() - interval '25 hours', waits_until = now()`,
    );
    await guessOften(FREE);
    expect(told((await guess()).headers)).toBe(1);
  });

  it('is not told whether there is such an account: unknown ones are counted in the same way', async () => {
    for (const email of [MIA.email, 'nobody@example.org']) {
      await runStatements(test.url, 'delete from tries');
      await guessOften(FREE, email);
      const { status, headers, text } = await guess(email);
      expect([status, told(headers)]).toEqual([429, 1]);
      expect(text).toContain('Too many tries. Wait');
    }
  });

  it.each([' Mia@Example.org ', 'MIA@EXAMPLE.ORG'])(
    'is counted together however the address is written: %j',
    async (typed) => {
      await guessOften(FREE);
      expect((await guess(typed)).status).toBe(429);
    },
  );

  it('is counted though many try at the same moment', async () => {
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await guess()).status));
    expect(statuses.filter((status) => status === 422)).toHaveLength(FREE);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30 - FREE);
  });

  it('from one address is counted on whatever accounts, and a success does not take it back', async () => {
    for (let n = 0; n < FREE_OF_NETWORK - 1; n += 1) await guessOften(1, `eve-${n}@example.org`);
    expect((await tryAs(stranger, BEN.email, BEN.password)).status).toBe(303);
    stranger = new Person(web);
    await guessOften(1, 'eve@example.org');
    expect((await guess('nobody@example.org')).status).toBe(429);
    expect((await tryAs(new Person(web), BEN.email, BEN.password)).status).toBe(429);
    await guessOften(1, 'nobody@example.org', '192.0.2.67');
  });

  it('from one network of IPv6 is counted together', async () => {
    for (let n = 0; n < FREE_OF_NETWORK; n += 1)
      await guessOften(1, `eve-${n}@example.org`, `2001:db8:1:2::${n}`);
    expect((await guess('eve@example.org', '2001:db8:1:2:ffff::1')).status).toBe(429);
    await guessOften(1, 'eve@example.org', '2001:db8:1:3::1');
  });

  it('does not keep out who comes from a browser that they have signed in with before', async () => {
    await guessOften(FREE);
    for (let n = 0; n < FREE_OF_NETWORK; n += 1) await guessOften(1, `eve-${n}@example.org`, HOME);
    expect((await tryAs(new Person(web), MIA.email, MIA.password, HOME)).status).toBe(429);
    expect((await tryAs(mia, MIA.email, MIA.password, HOME)).status).toBe(303);
    await mia.post('/sign-out');
    expect((await guess()).status).toBe(429);
  });

  it('is counted as well in a browser that is known', async () => {
    for (let n = 0; n < FREE; n += 1) expect((await tryAs(mia, MIA.email, 'a guess', HOME)).status).toBe(422);
    expect((await tryAs(mia, MIA.email, MIA.password, HOME)).status).toBe(429);
    expect((await tryAs(new Person(web), MIA.email, MIA.password, HOME)).status).toBe(303);
  });

  it('on somebody else’s account is no easier for who has an account', async () => {
    await guessOften(FREE, BEN.email);
    expect((await tryAs(mia, BEN.email, BEN.password, HOME)).status).toBe(429);
    await runStatements(test.url, 'delete from tries');
    expect((await tryAs(mia, BEN.email, BEN.password, HOME)).status).toBe(303);
    await mia.post('/sign-out');
    await guessOften(FREE, BEN.email);
    for (const { email, password } of [MIA, BEN]) {
      expect((await tryAs(mia, email, password, HOME)).status).toBe(303);
      await mia.post('/sign-out');
    }
  });

  it('leaves nothing behind that names somebody, and old tries are removed', async () => {
    await guessOften(2);
    await guessOften(1, 'nobody@example.org');
    const before = await runStatements(test.url, 'select key_hash::text from tries');
    expect(before).toHaveLength(3);
    expect(JSON.stringify(before)).not.toContain(Buffer.from('example').toString('hex'));
    await runStatements(test.url, `update tries set first_at = now() - interval '2 days'`);
    await guessOften(1, 'eve@example.org');
    expect(
      await runStatements(test.url, `select from tries where first_at < now() - interval '1 day'`),
    ).toEqual([]);
  });
});
