import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserAtLocalhost } from '../support/browser-at-localhost.js';
import { EMAILS, PASSWORD } from '../support/two-accounts.js';
import { button } from './on-the-page.js';
import { PasskeyOwner, PATH } from './passkey-owner.js';

describe('a passkey', () => {
  let app: BrowserAtLocalhost;
  let owner: PasskeyOwner;
  beforeAll(async () => {
    app = await BrowserAtLocalhost.start();
  });
  afterAll(() => app.close());
  afterEach(() => app.forget());

  it('is added, named, used to sign in with nothing else, renamed and removed', async () => {
    owner = await PasskeyOwner.signIn(app);
    await owner.add('Blue key');
    expect(await owner.page.getByLabel('Name', { exact: true }).inputValue()).toBe('Blue key');
    await owner.page.getByText('never used').waitFor();
    await owner.signOut();
    await owner.usePasskey();
    await owner.page.waitForURL(({ pathname }) => pathname === '/');
    await owner.page.goto(PATH);
    await owner.page.getByText('last used').waitFor();
    await owner.page.getByLabel('Name', { exact: true }).fill('Red key');
    await button(owner.page, 'Rename').click();
    await owner.page.waitForFunction(
      `document.querySelector('.credential input')?.defaultValue === 'Red key'`,
    );
    await button(owner.page, 'Remove').click();
    await owner.page.waitForFunction(`document.querySelector('.credential') === null`);
    await owner.signOut();
    await owner.usePasskey();
    await owner.page.getByText('That passkey did not work').waitFor();
    expect(await app.two.audited('mia')).toEqual(
      expect.arrayContaining(['passkey-added', 'passkey-used', 'passkey-removed']),
    );
  });

  it('is asked for again later when very many were asked for from one place, as the page says', async () => {
    owner = await PasskeyOwner.signIn(app);
    await owner.add('Key');
    await owner.signOut();
    await owner.usePasskey();
    await owner.page.waitForURL(({ pathname }) => pathname === '/');
    await owner.signOut();
    await app.two.run(
      `update tries set count = 60, first_at = now(), waits_until = now() + interval '1 minute'`,
    );
    await owner.usePasskey();
    await owner.page.getByText('That was done often enough for now. Wait').waitFor();
    await app.two.run('delete from tries');
    await owner.usePasskey();
    await owner.page.waitForURL(({ pathname }) => pathname === '/');
    expect((await app.two.audited('mia')).at(-1)).toBe('signed-in');
  });

  it('asks for no second factor, because it is both', async () => {
    owner = await PasskeyOwner.signIn(app);
    await owner.add('Key');
    await app.two.run(`
      insert into second_factors (account_id, key, confirmed_at)
      select id, 'a key of twenty byte'::bytea, now() from accounts where email = '${EMAILS.mia}'`);
    await owner.signOut();
    await owner.page.goto('/sign-in?next=%2Faccount');
    await owner.usePasskey();
    await owner.page.waitForURL('**/account');
    expect((await app.two.audited('mia')).slice(-2)).toEqual(['passkey-used', 'signed-in']);
    await app.two.run('delete from second_factors');
  });

  it('is offered where the script runs, and nowhere else', async () => {
    const page = await app.signIn(EMAILS.mia, { javaScriptEnabled: false });
    await page.goto('/sign-in');
    await page.getByLabel('Password').waitFor();
    expect(await page.locator('#passkey-sign-in').isVisible()).toBe(false);
    await page.goto(PATH);
    await page.getByText('Passkeys need JavaScript').waitFor();
    const scripted = await app.signIn(EMAILS.mia);
    await scripted.goto(PATH);
    await scripted.getByText('Passkeys need JavaScript').waitFor({ state: 'hidden' });
    await scripted.goto('/sign-in');
    await button(scripted, 'Sign in with a passkey').waitFor();
  });

  it('is not made at a bare address, and the page says why', async () => {
    const { two } = app;
    const mia = await two.signIn('mia');
    expect((await mia.open(PATH, { host: '192.168.1.5:5000' })).text).toContain('at a bare address');
    expect((await mia.open(PATH, { host: app.host })).text).not.toContain('at a bare address');
  });

  it('needs a name, and the password in a session that is not new', async () => {
    owner = await PasskeyOwner.signIn(app);
    await owner.page.goto(PATH);
    expect(await owner.page.getByLabel('Your password').count()).toBe(0);
    await app.two.run(`update sessions set created_at = now() - interval '11 minutes'`);
    await owner.page.goto(PATH);
    await owner.page.getByText('You signed in more than 10 minutes ago').waitFor();
    await owner.page.getByLabel('Name of the new passkey').fill('Key');
    await owner.page.getByLabel('Your password').fill('a guess');
    await button(owner.page, 'Continue').click();
    await owner.page.getByText('That is not your password').first().waitFor();
    await owner.page.getByLabel('Your password').fill(PASSWORD);
    await button(owner.page, 'Continue').click();
    await owner.create();
    await owner.page.waitForURL((url) => url.pathname === PATH);
    expect(await owner.device.count()).toBe(1);
    const mia = await app.two.signIn('mia');
    const { status, text } = await mia.post(`${PATH}/begin`, { name: ' ' });
    expect(status).toBe(422);
    expect(text).toContain('Give it a name');
  });

  it('is made once for a device, and the page says so', async () => {
    owner = await PasskeyOwner.signIn(app);
    await owner.add('Key');
    await owner.begin('Key once more');
    await owner.create();
    await owner.page.getByText('No passkey was made').waitFor();
    expect(await owner.device.count()).toBe(1);
  });

  it('is of no use to who cannot show that they are its owner', async () => {
    owner = await PasskeyOwner.signIn(app);
    await owner.add('Key');
    await owner.signOut();
    await owner.device.setVerified(false);
    await owner.usePasskey();
    await owner.page.getByText('No passkey was used').waitFor();
    expect(new URL(owner.page.url()).pathname).toBe('/sign-in');
  });
});
