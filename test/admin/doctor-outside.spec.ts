import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { loadConfig } from '#libs/platform';
import { examineOutside } from '../../apps/admin/src/doctor/outside/index.js';
import { opened } from '../support/leftovers.js';
import { CLIENT, OidcServer } from '../support/oidc-provider.js';

const DATABASE_URL = 'postgresql://garbanzo@127.0.0.1:1/none';
const PUBLIC_URL = 'https://todo.example.org';
const MAIL_FROM = 'todo@example.org';
/** Nobody listens there. */
const NOWHERE = '127.0.0.1:9';

/** What is found about one of them. */
async function finding(check: string, env: NodeJS.ProcessEnv = {}) {
  const found = await examineOutside(loadConfig({ DATABASE_URL, ...env }));
  const { verdict, text, remedy } = found.find((one) => one.check === check) ?? {};
  return { verdict, text, remedy };
}

describe('what garbanzo doctor says of what people need', () => {
  it('is that all is well where nothing is set', async () => {
    const found = await examineOutside(loadConfig({ DATABASE_URL }));
    expect(found.map(({ check, verdict }) => [check, verdict])).toEqual(
      ['address', 'sign-up', 'mails', 'provider'].map((check) => [check, 'well']),
    );
  });

  describe('of the address', () => {
    it.each([
      ['well', /is http:\/\/localhost:8000$/, { PUBLIC_URL: 'http://localhost:8000' }],
      ['well', /is https:/, { PUBLIC_URL, TRUST_PROXY: '1' }],
      ['note', /can read passwords/, { PUBLIC_URL: 'http://nas.local' }],
      ['note', /does not believe it/, { PUBLIC_URL }],
    ])('is %s: %s', async (verdict, text, env) => {
      expect(await finding('address', env)).toMatchObject({ verdict, text: expect.stringMatching(text) });
    });
  });

  describe('of those who may sign up', () => {
    const oidc = { OIDC_ISSUER: `http://${NOWHERE}`, ...CLIENT, PUBLIC_URL, OIDC_NAME: 'Example ID' };

    it.each([
      ['well', 'is for those who are invited', {}],
      ['well', 'is open to everybody who reaches web', { SIGN_UP: 'open' }],
      [
        'well',
        'is for those who are invited, and for everybody whom Example ID knows',
        { ...oidc, OIDC_SIGN_UP: 'true' },
      ],
      [
        'note',
        'is closed, and everybody whom Example ID knows is given an account all the same',
        { ...oidc, OIDC_SIGN_UP: 'true', SIGN_UP: 'closed' },
      ],
      ['well', 'is closed', { ...oidc, SIGN_UP: 'closed' }],
    ])('is %s: %s', async (verdict, text, env) => {
      expect(await finding('sign-up', env)).toMatchObject({ verdict, text });
    });
  });

  describe('of the server of mails', () => {
    let server: Listening;
    let host: string;
    beforeAll(async () => {
      server = await opened('a mail server', listening());
      ({ host } = server);
    });
    afterAll(() => server.close());

    const mails = (SMTP_URL: string) => finding('mails', { SMTP_URL, MAIL_FROM, PUBLIC_URL });

    it('is well when it answers and takes the login', async () => {
      const expected = { verdict: 'well', text: `are sent by ${host}, from ${MAIL_FROM}` };
      expect(await mails(`smtp://mia:a%40b@${host}`)).toMatchObject(expected);
    });

    it('is what to do when it refuses the login, without the password', async () => {
      const { verdict, text, remedy } = await mails(`smtp://mia:another-secret@${host}`);
      expect({ verdict, text }).toEqual({
        verdict: 'wrong',
        text: expect.stringMatching(/^cannot .*login/i),
      });
      expect(remedy).toContain('the password that it knows into SMTP_URL');
      expect(`${text}${remedy}`).not.toContain('another-secret');
    });

    it('is what to do when it does not answer, or speaks otherwise', async () => {
      const away = { verdict: 'wrong', text: expect.stringContaining(`cannot be sent by ${NOWHERE}`) };
      expect(await mails(`smtp://${NOWHERE}`)).toMatchObject(away);
      const otherwise = { verdict: 'wrong', remedy: expect.stringContaining('has to begin with smtps://') };
      expect(await mails(`smtps://${host}`)).toMatchObject(otherwise);
    });
  });

  describe('of the provider', () => {
    let oidc: OidcServer;
    beforeAll(async () => {
      oidc = await OidcServer.start(`${PUBLIC_URL}/oidc/callback`);
    });
    afterAll(() => oidc.close());

    const provider = (OIDC_ISSUER: string) => finding('provider', { OIDC_ISSUER, ...CLIENT, PUBLIC_URL });

    it('is well when it answers, and says where it has to let people return', async () => {
      expect(await provider(oidc.issuer)).toMatchObject({
        verdict: 'well',
        text: `${oidc.issuer} answers, and has to know ${PUBLIC_URL}/oidc/callback as a redirect URI of garbanzo`,
      });
    });

    it('names the issuer that it says it is, when that is another one', async () => {
      const other = oidc.issuer.replace('127.0.0.1', 'localhost');
      expect(await provider(other)).toEqual({
        verdict: 'wrong',
        text: `${other} calls itself ${oidc.issuer}`,
        remedy: `set OIDC_ISSUER to ${oidc.issuer}, to the letter, if that is yours`,
      });
    });

    it('is what to do when there is no such document, or nobody', async () => {
      const { text, remedy } = await provider(`${oidc.issuer}/elsewhere`);
      expect(text).toContain('/elsewhere/.well-known/openid-configuration answers 404');
      expect(remedy).toContain('set OIDC_ISSUER');
      const away = await provider('http://127.0.0.1:1');
      expect(away).toMatchObject({ verdict: 'wrong', text: expect.stringContaining('cannot be asked') });
    });
  });
});

interface Listening {
  readonly host: string;
  close(): Promise<void>;
}

/** A server of mails that knows one login. */
async function listening(): Promise<Listening> {
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'mia' && password === 'a@b') done(null, { user: username });
      else done(new Error('no such login'));
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
