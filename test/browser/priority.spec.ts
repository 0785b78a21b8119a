import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { button, link, titles } from './on-the-page.js';
import './to-become.js';

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('the priority of a to-do, %s', (_, javaScriptEnabled) => {
  let app: AppInBrowser;
  let page: Page;
  let milk: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    const home = await app.visitor.createList('Home');
    milk = await app.visitor.addTodo(home, 'Milk');
    page = await app.open(`/lists/${home}`, { javaScriptEnabled });
    await link(page, 'Edit: Milk').click();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const sign = (name: string) => page.locator('#todos').getByRole('img', { name, exact: true });

  it('is chosen by one click, is said in the row, and taken back by one click', async () => {
    expect(await button(page, 'None').getAttribute('aria-pressed')).toBe('true');
    await button(page, 'High').click();
    await sign('High priority').waitFor();
    await expect(() => page.locator('#did p').innerText()).toBecome(
      '“\u2068Milk\u2069” has high priority now.',
    );
    await button(page, 'Undo').click();
    await expect(() => sign('High priority').count()).toBecome(0);
    await expect(titles(page)).toBecome(['Milk']);
  });

  it('is shown to the second of two people as it was, as it is and as they chose it', async () => {
    await app.visitor.submit(`/todos/${milk}/prioritise`, { priority: 'high', from: 'none' });
    await button(page, 'Low').click();
    await button(page, 'Use mine').waitFor();
    app.takeProblems(); // "409" is in the console
    expect(await page.locator('#conflict dd').allInnerTexts()).toEqual(['None', 'High', 'Low']);
    await button(page, 'Use mine').click();
    await sign('Low priority').waitFor();
    expect(await page.locator('#conflict').count()).toBe(0);
  });
});
