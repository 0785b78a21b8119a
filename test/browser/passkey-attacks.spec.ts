import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BrowserAtLocalhost } from '../support/browser-at-localhost.js';
import { Person } from '../support/person.js';
import { EMAILS } from '../support/two-accounts.js';
import { button } from './on-the-page.js';
import { PasskeyOwner, PATH, SIGN_IN } from './passkey-owner.js';

const NO_JSON = Buffer.from('no JSON').toString('base64url');

describe('a passkey', () => {
  let app: BrowserAtLocalhost;
  let owner: PasskeyOwner;
  beforeAll(async () => {
    app = await BrowserAtLocalhost.start();
  });
  afterAll(() => app.close());
  afterEach(() => app.forget());

  /** Somebody else who sends what was caught, by the name under which the app was asked. */
  const send = async (person: Person, path: string, fields: Record<string, string>, host = app.host) =>
    (await person.post(path, fields, { host })).headers.location;

  const stranger = () => new Person(app.two.web);

  describe('whose answer somebody else has', () => {
    const fresh = async () => {
      await owner.page.goto('/sign-in');
      return await owner.caught(SIGN_IN, () => owner.usePasskey());
    };
    const REFUSED = '/sign-in?again=passkey';
    beforeEach(async () => {
      owner = await PasskeyOwner.signIn(app);
      await owner.add('Key');
      await owner.signOut();
    });

    it('signs in once', async () => {
      const fields = await fresh();
      expect(await send(stranger(), SIGN_IN, fields)).toBe('/');
      expect(await send(stranger(), SIGN_IN, fields)).toBe(REFUSED);
    });

    it('signs in once, however many send it at the same time', async () => {
      const fields = await fresh();
      const sent = await Promise.all([1, 2, 3].map(() => send(stranger(), SIGN_IN, fields)));
      expect(sent.filter((location) => location === '/')).toHaveLength(1);
      expect(sent.filter((location) => location === REFUSED)).toHaveLength(2);
    });

    it('signs nobody in after five minutes', async () => {
      const fields = await fresh();
      await app.two.run(`update passkey_challenges set created_at = now() - interval '6 minutes'`);
      expect(await send(stranger(), SIGN_IN, fields)).toBe(REFUSED);
    });

    it('signs nobody in under another name, nor with another challenge, signature or owner', async () => {
      expect(await send(stranger(), SIGN_IN, await fresh(), 'todo.example.org')).toBe(REFUSED);
      const ways: readonly ((answer: Answer) => void)[] = [
        ({ response }) => (response.signature = response.authenticatorData),
        ({ response }) => (response.clientDataJSON = changed(response.clientDataJSON, { challenge: 'AAAA' })),
        ({ response }) =>
          (response.clientDataJSON = changed(response.clientDataJSON, { origin: 'http://evil' })),
        ({ response }) => (response.clientDataJSON = NO_JSON),
        ({ response }) => (response.userHandle = 'AAAA'),
        ({ response }) => delete response.userHandle,
        (answer) => Object.assign(answer, { id: 'AAAA', rawId: 'AAAA' }),
      ];
      for (const change of ways) {
        const fields = await fresh();
        const answer = JSON.parse(fields.answer ?? '') as Answer;
        change(answer);
        const sent = await send(stranger(), SIGN_IN, { answer: JSON.stringify(answer) });
        expect([String(change), sent]).toEqual([String(change), REFUSED]);
      }
    });

    it('signs nobody in whose counter goes back, which shows a copy', async () => {
      const fields = await fresh();
      await app.two.run('update passkeys set counter = 1000');
      expect(await send(stranger(), SIGN_IN, fields)).toBe(REFUSED);
      expect(await app.two.run('select counter::int from passkeys')).toEqual([{ counter: 1000 }]);
      expect((await app.two.audited('mia')).at(-1)).toBe('sign-in-failed');
    });

    it('signs nobody in whose account is disabled', async () => {
      const fields = await fresh();
      await app.two.run('update accounts set disabled_at = now()');
      expect(await send(stranger(), SIGN_IN, fields)).toBe(REFUSED);
      await app.two.run('update accounts set disabled_at = null');
    });

    it('is refused in words when it is no answer at all', async () => {
      for (const answer of ['', '{}', '[]', 'null', '{"id":"x"}'])
        expect((await stranger().post(SIGN_IN, { answer })).status).toBe(400);
    });
  });

  describe('that is just being added', () => {
    it('is added in the session that has asked for it, once, and nowhere else', async () => {
      owner = await PasskeyOwner.signIn(app);
      await owner.begin('Key');
      const fields = await owner.caught(PATH, () => owner.create());
      const [ben, elsewhere] = [await app.two.signIn('ben'), await app.two.signIn('mia')];
      for (const other of [ben, elsewhere]) {
        expect(await send(other, PATH, fields)).toBeUndefined();
        expect(await app.two.run('select from passkeys')).toEqual([]);
      }
      const mia = await owner.asPerson();
      expect(await send(mia, PATH, fields)).toBe(PATH);
      const { status, text } = await mia.post(PATH, fields, { host: app.host });
      expect(status).toBe(422);
      expect(text).toContain('The passkey was not added');
      expect(await app.two.run('select from passkeys')).toHaveLength(1);
    });

    it('is not added after five minutes, nor under another name', async () => {
      owner = await PasskeyOwner.signIn(app);
      await owner.begin('Key');
      const fields = await owner.caught(PATH, () => owner.create());
      await app.two.run(`update passkey_challenges set created_at = now() - interval '6 minutes'`);
      const mia = await owner.asPerson();
      expect(await send(mia, PATH, fields)).toBeUndefined();
      await owner.device.forget();
      await owner.begin('Key');
      const others = await owner.caught(PATH, () => owner.create());
      expect(await send(mia, PATH, others, 'todo.example.org')).toBeUndefined();
      expect(await app.two.run('select from passkeys')).toEqual([]);
    });

    it('is not known to another account, which can neither see, rename nor remove it', async () => {
      owner = await PasskeyOwner.signIn(app);
      await owner.add('Key');
      const [row] = await app.two.run('select id from passkeys');
      const ben = await app.two.signIn('ben');
      expect((await ben.open(PATH)).text).not.toContain('value="Key"');
      for (const [action, fields] of [
        ['rename', { name: 'Mine' }],
        ['remove', {}],
      ] as const)
        expect((await ben.post(`${PATH}/${String(row?.id)}/${action}`, fields)).status).toBe(404);
      expect(await app.two.run('select name from passkeys')).toEqual([{ name: 'Key' }]);
    });

    it('stays when it is the last thing that lets its owner in', async () => {
      owner = await PasskeyOwner.signIn(app);
      await owner.add('Key');
      const [{ hash } = { hash: '' }] = await app.two.run(
        `select password_hash as hash from accounts where email = '${EMAILS.mia}'`,
      );
      await app.two.run(`update accounts set password_hash = null where email = '${EMAILS.mia}'`);
      await owner.page.goto(PATH);
      await button(owner.page, 'Remove').click();
      await owner.page.getByText('This is your last passkey').first().waitFor();
      expect(await app.two.run('select from passkeys')).toHaveLength(1);
      await app.two.run(`update accounts set password_hash = '${String(hash)}'`);
    });
  });
});

interface Answer {
  response: {
    signature: string;
    authenticatorData: string;
    clientDataJSON: string;
    userHandle?: string;
  };
}

function changed(clientDataJSON: string, fields: object): string {
  const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as object;
  return Buffer.from(JSON.stringify({ ...data, ...fields })).toString('base64url');
}
