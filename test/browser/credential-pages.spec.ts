import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserAtLocalhost } from '../support/browser-at-localhost.js';
import { CodeApp } from '../support/totp.js';
import { EMAILS, PASSWORD } from '../support/two-accounts.js';
import { faults } from './faults.js';
import { button } from './on-the-page.js';
import { PasskeyOwner } from './passkey-owner.js';

describe('the pages about what people sign in with', () => {
  let app: BrowserAtLocalhost;
  beforeAll(async () => {
    app = await BrowserAtLocalhost.start();
  });
  afterAll(() => app.close());
  afterEach(() => app.forget());

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('are accessible and fit: %s, %i px wide', async (...how) => {
    const [colorScheme, width] = how;
    const owner = await PasskeyOwner.signIn(app, { colorScheme, viewport: { width, height: 800 } });
    const { page } = owner;
    await owner.add('Key');
    for (const path of [
      '/account',
      '/account/passkeys',
      '/account/sessions',
      '/account/password',
      '/account/second-factor',
    ]) {
      await page.goto(path);
      expect({ [path]: await faults(page) }).toEqual({ [path]: [] });
    }
    await page.getByLabel('Your password').fill(PASSWORD);
    await button(page, 'Set up').click();
    await page.locator('.qr').waitFor();
    expect({ key: await faults(page) }).toEqual({ key: [] });
    const codes = CodeApp.of(await page.content());
    await page.getByLabel('Code that the app shows').fill(codes.code());
    await button(page, 'Switch on').click();
    await page.getByText('Write these down').waitFor();
    expect({ codes: await faults(page) }).toEqual({ codes: [] });
    await owner.begin('Another');
    expect({ 'new passkey': await faults(page) }).toEqual({ 'new passkey': [] });
    await owner.signOut();
    expect({ 'sign-in': await faults(page) }).toEqual({ 'sign-in': [] });
    await page.getByLabel('E-mail address').fill(EMAILS.mia);
    await page.getByLabel('Password').fill(PASSWORD);
    await button(page, 'Sign in').click();
    await page.getByLabel('Code').fill('nonsense');
    await button(page, 'Sign in').click();
    await page.locator('#errors').waitFor();
    expect({ 'second step': await faults(page) }).toEqual({ 'second step': [] });
    await app.two.run('delete from second_factors');
  });
});
