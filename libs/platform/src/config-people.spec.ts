import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

const DATABASE_URL = 'postgresql://garbanzo@localhost/garbanzo';
const PUBLIC_URL = 'https://todo.example.org';
const mail = { SMTP_URL: 'smtp://mail.example.org:587', MAIL_FROM: 'Garbanzo <todo@example.org>' };
const oidc = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'todo', OIDC_CLIENT_SECRET: 'secret' };

const load = (env: NodeJS.ProcessEnv) => loadConfig({ DATABASE_URL, ...env });

describe('the configuration of mails and of a provider', () => {
  it('has neither when nothing is said', () => {
    expect(load({}).people).toEqual({ publicHosts: [], mail: undefined, oidc: undefined });
  });

  it('has both, and the host of the public address among those that are allowed', () => {
    const { people, allowedHosts } = load({ PUBLIC_URL: `${PUBLIC_URL}/`, ...mail, ...oidc });
    expect(people.mail).toEqual({
      smtpUrl: mail.SMTP_URL,
      from: mail.MAIL_FROM,
      publicUrl: PUBLIC_URL,
    });
    expect(people.oidc).toMatchObject({ name: 'single sign-on', signUp: false, publicUrl: PUBLIC_URL });
    expect(allowedHosts).toEqual(['todo.example.org']);
  });

  it.each([
    ['a server without a sender', { PUBLIC_URL, SMTP_URL: mail.SMTP_URL }, 'MAIL_FROM is not set'],
    ['a sender without a server', { PUBLIC_URL, MAIL_FROM: mail.MAIL_FROM }, 'SMTP_URL is not set'],
    ['mails without an address for links', mail, 'PUBLIC_URL is not set'],
    ['a provider without an address to return to', oidc, 'PUBLIC_URL is not set'],
    [
      'a provider without a secret',
      { PUBLIC_URL, ...oidc, OIDC_CLIENT_SECRET: '' },
      'OIDC_CLIENT_SECRET is not',
    ],
    ['a path in the public address', { PUBLIC_URL: `${PUBLIC_URL}/todo` }, 'PUBLIC_URL must be'],
    [
      'another server than one of mails',
      { PUBLIC_URL, ...mail, SMTP_URL: 'https://a.example' },
      'SMTP_URL must',
    ],
    [
      'a sender with a line break',
      { PUBLIC_URL, ...mail, MAIL_FROM: 'a@b.example\nBcc: c@d.example' },
      'MAIL_FROM',
    ],
    [
      'a provider that anybody can listen to',
      { PUBLIC_URL, ...oidc, OIDC_ISSUER: 'http://a.example' },
      'OIDC_ISSUER',
    ],
    [
      'a host that looks like this machine',
      { PUBLIC_URL, ...oidc, OIDC_ISSUER: 'http://127.0.0.1.a.example' },
      'OIDC_ISSUER',
    ],
  ])('refuses %s', (_, env, message) => {
    expect(() => load(env)).toThrow(message);
  });

  it('takes a provider on this machine without TLS', () => {
    const { people } = load({ PUBLIC_URL, ...oidc, OIDC_ISSUER: 'http://127.0.0.1:4000' });
    expect(people.oidc?.issuer).toBe('http://127.0.0.1:4000');
  });
});
