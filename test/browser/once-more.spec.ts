import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { button, link } from './on-the-page.js';

type Way = (page: Page, list: string) => Promise<unknown>;

/** What leads to a page that looks as it did when it was opened first. */
const WAYS: readonly (readonly [string, Way])[] = [
  ['in a tab of the list that was opened before', (page) => link(page, 'All').click()],
  ['on the page that is opened anew', (page, list) => page.goto(`/lists/${list}`)],
  [
    'on the page that one goes back to',
    async (page) => {
      await page.goto('/');
      // Without JavaScript, each thing that was done is a page of its own.
      do await page.goBack();
      while (page.url().includes('did='));
    },
  ],
];

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s, what was done and undone can be done once more', (_, javaScriptEnabled) => {
  let app: AppInBrowser;
  let home: string;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    await app.visitor.addTodo(home, 'Milk');
    page = await app.open(`/lists/${home}`, { javaScriptEnabled });
    await link(page, 'Active 1').click();
    await link(page, 'Active 1').and(page.locator('[aria-current=page]')).waitFor();
    await link(page, 'All').click();
    await link(page, 'All').and(page.locator('[aria-current=page]')).waitFor();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const said = () => page.locator('#did p').first().innerText();

  it.each(WAYS)('%s', async (_way, go) => {
    await button(page, 'Complete: Milk').click();
    await button(page, 'Reopen: Milk').click();
    await button(page, 'Complete: Milk').waitFor();
    await go(page, home);
    await page.locator('#did').waitFor({ state: 'detached' });
    await button(page, 'Complete: Milk').click();
    await expect(said).toBecome('“\u2068Milk\u2069” is done.');
    await button(page, 'Reopen: Milk').waitFor();
  });
});
