import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { button, focused, heading } from './on-the-page.js';
import './to-become.js';

const paper = (page: Page) =>
  page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
const [LIGHT, DARK] = ['rgb(251, 245, 233)', 'rgb(29, 27, 22)'];

describe('somebody who looks after their account', () => {
  let app: AppInBrowser;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  async function save(page: Page): Promise<void> {
    await button(page, 'Save').click();
    await page.getByText('Your profile is saved.').waitFor();
  }

  describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
    it('has pages light or dark, as they say, or else as the system says', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await app.open('/account/profile', { colorScheme, javaScriptEnabled });
        const system = colorScheme === 'light' ? LIGHT : DARK;
        for (const [theme, expected] of [
          ['Dark', DARK],
          ['Light', LIGHT],
          ['As the system has it', system],
        ] as const) {
          await page.getByLabel('Theme').selectOption(theme);
          await save(page);
          expect([colorScheme, theme, await paper(page)]).toEqual([colorScheme, theme, expected]);
          await page.getByRole('link', { name: 'Garbanzo' }).click();
          await expect(heading(page)).toBecome('Today');
          expect([colorScheme, theme, await paper(page)]).toEqual([colorScheme, theme, expected]);
          await page.goto('/account/profile');
        }
      }
    });
  });

  it('is told that it is saved, also when they only listen', async () => {
    const page = await app.open('/account/profile');
    await save(page);
    expect(await page.evaluate('document.activeElement.id')).toBe('saved');
  });

  it('finds the time zone of their browser chosen, until they choose one', async () => {
    const open = (timezoneId: string) => app.open('/account/profile', { timezoneId });
    const zone = (page: Page) => page.getByLabel('Time zone').inputValue();
    await app.forgetTimeZones();
    const page = await open('America/New_York');
    expect(await zone(page)).toBe('America/New_York');
    expect(await zone(await app.open('/account/profile', { javaScriptEnabled: false }))).toBe('UTC');
    await page.getByLabel('Time zone').selectOption('UTC');
    await save(page);
    expect(await zone(await open('America/New_York'))).toBe('UTC');
    await app.forgetTimeZones();
    const other = await open('Asia/Kolkata');
    expect(await zone(other)).toMatch(/^Asia\/(?:Kolkata|Calcutta)$/);
    await save(other);
    expect(await zone(await open('Europe/Berlin'))).toMatch(/^Asia\/(?:Kolkata|Calcutta)$/);
  });

  it('copies a token that is there once, and is led to it', async () => {
    const page = await app.open('/account/tokens', { javaScriptEnabled: false });
    await page.getByLabel('Name', { exact: true }).fill('Backup');
    await page.getByLabel('Only those that are chosen here').check();
    await page.getByLabel('Home').check();
    await button(page, 'Make the token').click();
    await page.getByText('It is shown this time only').waitFor();
    expect(await page.locator('#token').innerText()).toMatch(/^gbz_[\w-]{43}$/);
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('');
    await page.goto('/account/tokens');
    expect(await page.getByText('It is shown this time only').count()).toBe(0);
    await button(page, 'Revoke: \u2068Backup\u2069').click();
    await page.getByText('Backup').waitFor({ state: 'detached' });
  });

  it('is led to what is wrong in a form', async () => {
    const page = await app.open('/account/tokens');
    await page.getByLabel('Name', { exact: true }).fill(' ');
    await page.getByLabel('Only those that are chosen here').check();
    await button(page, 'Make the token').click();
    await expect(focused(page)).toBecome('There is a problem');
    expect(await page.getByLabel('Only those that are chosen here').isChecked()).toBe(true);
    app.takeProblems(); // "422" is in the console
  });

  it('leaves no password in the browser, and no name of what was made', async () => {
    const page = await app.open('/sign-in');
    await page.getByLabel('E-mail address').fill('ben@example.org');
    await page.getByLabel('Password').fill('a pea in a pot');
    await page.goto('/account/tokens');
    await page.getByLabel('Name', { exact: true }).fill('Backup');
    await button(page, 'Make the token').click();
    await page.locator('#token').waitFor();
    expect(await page.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')).toBe(
      '[{},{}]',
    );
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('');
    await page.goto('/sign-in');
    expect(await page.getByLabel('Password').inputValue()).toBe('');
  });
});
