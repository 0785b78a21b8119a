import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { PASSWORD, PeopleInBrowser } from '../support/people-in-browser.js';
import { addField, heading, titles } from './on-the-page.js';

/** With the keyboard alone, as far as it takes. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if ((await place.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not lead to ${String(place)}`);
}

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('the first minute of a new owner %s, with the keyboard and a narrow window', (_, javaScriptEnabled) => {
  let people: PeopleInBrowser;
  beforeAll(async () => {
    people = await PeopleInBrowser.start();
  });
  afterAll(() => people.close());

  it('leads from the address to a to-do, and to somebody else who sees it', async () => {
    const options = {
      baseURL: people.origins.empty,
      javaScriptEnabled,
      viewport: { width: 360, height: 640 },
    };
    const page = await people.pageOf('nobody', options);
    const type = async (label: string, text: string) => {
      await tabTo(page, page.getByLabel(label, { exact: true }));
      await page.keyboard.type(text);
    };
    await page.goto('/');
    await expect(heading(page)).toBecome('Welcome to Garbanzo');
    await type('Your name', 'Mia');
    await type('E-mail address', 'mia@example.org');
    await type('Password', `${PASSWORD}\n`);
    await expect(heading(page)).toBecome('Your lists');
    await type('Name of a new list', 'Shopping\n');
    await expect(heading(page)).toBecome('Shopping');
    await tabTo(page, addField(page));
    await page.keyboard.type('Milk\n');
    await expect(titles(page)).toBecome(['Milk']);

    await page.goto('/workspaces');
    await tabTo(page, page.getByRole('link', { name: 'Members of Home' }));
    await page.keyboard.press('Enter');
    await expect(heading(page)).toBecome('Members of Home');
    await tabTo(page, page.getByRole('button', { name: 'Make a link' }));
    await page.keyboard.press('Enter');
    const made = page.getByLabel('Copy this link now');
    await tabTo(page, made);
    const ben = await people.pageOf('nobody', options);
    await ben.goto(await made.inputValue());
    await ben.getByLabel('Your name').fill('Ben');
    await ben.getByLabel('E-mail address').fill('ben@example.org');
    await ben.getByLabel('Password').fill('two peas in a pot');
    await ben.keyboard.press('Enter');
    await expect(heading(ben)).toBecome('Your lists');
    await ben.getByRole('link', { name: 'Shopping' }).click();
    await expect(titles(ben)).toBecome(['Milk']);
  });
});
