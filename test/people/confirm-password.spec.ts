import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Person } from '../support/person.js';
import { stretchWaits, told } from '../support/stretched-waits.js';
import { PASSWORD, TwoAccounts } from '../support/two-accounts.js';

const [FREE, FREE_OF_ALL_SESSIONS] = [5, 20];
const NEW = 'two peas in another pot';

type Form = readonly [path: string, fields: (password: string) => Readonly<Record<string, string>>];

/** Every form that asks somebody who is signed in for their password. */
const FORMS: readonly Form[] = [
  ['/account/password', (current) => ({ current, password: NEW })],
  ['/account/email', (password) => ({ email: 'mia@new.example', password })],
  ['/account/passkeys/begin', (password) => ({ name: 'Phone', password })],
  ['/account/second-factor/begin', (password) => ({ password })],
  ['/account/second-factor/recovery-codes', (password) => ({ password })],
  ['/account/second-factor/off', (password) => ({ password })],
  ['/account/connections/an-offer', (password) => ({ password })],
  ['/account/delete', (password) => ({ password })],
];

describe('who has found a session, and guesses the password of its owner', () => {
  let two: TwoAccounts;
  let mia: Person;
  let thief: Person;
  beforeAll(async () => {
    two = await TwoAccounts.start();
    await stretchWaits(two.url);
    // The only owner of the installation could not be deleted.
    await two.run('update accounts set is_instance_owner = true', `update memberships set role = 'owner'`);
  });
  afterAll(() => two.close());
  beforeEach(async () => {
    await two.run('delete from sessions', 'delete from tries', 'delete from identity_offers');
    await two.run(
      `insert into identity_offers (id, token_hash, account_id, issuer, subject)
       select gen_random_uuid(), sha256('an-offer'), id, 'https://id.example.org', 'mia' from accounts
       where email like 'mia%'`,
    );
    mia = await two.signIn('mia');
    thief = await signInLongAgo();
  });

  /** Who has signed in just now may do some things without the password. */
  async function signInLongAgo(): Promise<Person> {
    const person = await two.signIn('mia');
    await two.run(`update sessions set created_at = now() - interval '1 hour'`);
    return person;
  }
  const post = (person: Person, [path, fields]: Form, password: string) =>
    person.post(path, fields(password));
  const [first] = FORMS as [Form];
  async function guess(times: number, person = thief, form = first): Promise<void> {
    for (let n = 0; n < times; n += 1) expect((await post(person, form, 'a guess')).status).toBe(422);
  }
  const changed = () =>
    two.run(
      `select from accounts where email = 'mia@new.example' union all select from second_factors
       union all select from identities union all select from passkey_challenges`,
    );

  it.each(FORMS)('has to wait at %s, where then not even the right one is taken', async (...form) => {
    await guess(FREE, thief, form);
    const { status, headers, text } = await post(thief, form, PASSWORD);
    expect([status, told(headers)]).toEqual([429, 1]);
    expect(text).toContain('Too many tries. Wait');
    expect(text).not.toContain(PASSWORD);
    expect(await changed()).toEqual([]);
    expect(await two.isSignedIn(mia)).toBe(true);
  });

  it('is counted together over all forms, also when many are posted at the same moment', async () => {
    const answers = await Promise.all([...FORMS, ...FORMS].map((form) => post(thief, form, 'a guess')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(FREE);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2 * FORMS.length - FREE);
  });

  it('waits ever longer', async () => {
    await guess(FREE);
    for (const seconds of [1, 2, 4, 8]) {
      expect(told((await post(thief, first, 'a guess')).headers)).toBe(seconds);
      await two.run('update tries set waits_until = now()');
      await guess(1);
    }
  });

  it('keeps neither the owner waiting in another browser, nor anybody else', async () => {
    await guess(FREE);
    expect((await post(thief, first, PASSWORD)).status).toBe(429);
    const ben = await two.signIn('ben');
    await guess(1, ben);
    expect((await post(mia, first, PASSWORD)).status).toBe(303);
    await post(mia, first, NEW);
    await mia.post('/account/password', { current: NEW, password: PASSWORD });
    expect(await two.isSignedIn(thief)).toBe(false);
  });

  it('gains little by having many sessions', async () => {
    for (let n = 0; n < FREE_OF_ALL_SESSIONS / FREE; n += 1) await guess(FREE, await signInLongAgo());
    expect((await post(await signInLongAgo(), first, PASSWORD)).status).toBe(429);
    // It takes no password to end them.
    expect((await mia.post('/account/sessions/end-others')).status).toBe(303);
    expect(await two.isSignedIn(thief)).toBe(false);
  });

  it('leaves no more than a few lines in the record of who had access', async () => {
    await two.run('delete from audit_entries');
    for (let n = 0; n < 4 * FREE; n += 1) await post(thief, first, 'a guess');
    expect(await two.audited('mia')).toEqual(Array(FREE).fill('password-wrong'));
  });
});
