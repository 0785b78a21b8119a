import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { searchPath } from '../support/searching.js';
import { faults } from './faults.js';
import { button, focused, heading } from './on-the-page.js';

const LOOKS = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const;

const found = (page: Page) => () => page.locator('#found .title').allInnerTexts();
const marks = (page: Page) => () => page.locator('#found mark').allInnerTexts();
const said = (page: Page) => () => page.locator('#search-said').innerText();
const address = (page: Page) => () => Promise.resolve(new URL(page.url()).searchParams.get('q'));

describe('searching', () => {
  let app: AppInBrowser;
  let home: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    home = await app.visitor.createList('Household');
    for (const title of ['Milk', 'Buttermilk', 'Milkshake for Anna', 'Crème brûlée', 'x'.repeat(240)])
      await app.visitor.addTodo(home, title);
    const former = await app.visitor.addTodo(home, 'Oat drink');
    await app.visitor.submit(`/todos/${former}/rename`, { title: 'Milk made of oats', from: 'Oat drink' });
    const done = await app.visitor.addTodo(home, 'Warm milk');
    await app.visitor.submit(`/todos/${done}/complete`);
    const removed = await app.visitor.addTodo(home, 'Sour milk');
    await app.visitor.submit(`/todos/${removed}/remove`);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it('works without JavaScript, from a link on every page to the to-do itself', async () => {
    const page = await app.open(`/lists/${home}`, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Search' }).click();
    expect(await focused(page)()).toBe('Search lists and to-dos');
    await page.keyboard.type('creme');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=creme');
    expect(await found(page)()).toEqual(['Crème brûlée']);
    expect(await marks(page)()).toEqual(['Crème']);
    expect(await said(page)()).toBe('1 result.');
    await page.getByRole('link', { name: 'Crème brûlée' }).click();
    expect(await page.locator('[id^="edit-"]').inputValue()).toBe('Crème brûlée');
  });

  it('shows while somebody types what is found, where the address and the back button know of it', async () => {
    const page = await app.open('/search');
    await page.keyboard.type('butt');
    await expect(found(page)).toBecome(['Buttermilk']);
    await expect(address(page)).toBecome('butt');
    await expect(said(page)).toBecome('1 result.');
    await page.keyboard.type('xyz');
    await expect(said(page)).toBecome('Nothing found.');
    expect(await focused(page)()).toBe('Search lists and to-dos');
    await page.locator('#q').fill('milksh');
    await expect(found(page)).toBecome(['Milkshake for Anna']);
    await page.reload();
    expect(await found(page)()).toEqual(['Milkshake for Anna']);
  });

  it('asks once for what is typed in one go', async () => {
    const page = await app.open('/search');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/search?q=')) asked.push(request.url());
    });
    await page.evaluate(`for (const text of ['m', 'mi', 'mil', 'butterm']) {
      document.getElementById('q').value = text;
      document.getElementById('q').dispatchEvent(new InputEvent('input', { bubbles: true }));
    }`);
    await expect(found(page)).toBecome(['Buttermilk']);
    expect(asked).toHaveLength(1);
  });

  it('never shows an older answer in place of a newer one', async () => {
    const page = await app.open('/search');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let answered = () => {};
    const late = new Promise<void>((resolve) => (answered = resolve));
    await page.route('**/search?q=creme', async (route) => {
      const answer = await route.fetch();
      await held;
      await route.fulfill({ response: answer });
      answered();
    });
    await page.locator('#q').fill('creme');
    await page.waitForRequest('**/search?q=creme');
    await page.locator('#q').fill('butter');
    await expect(found(page)).toBecome(['Buttermilk']);
    release();
    await late;
    await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
    expect(await found(page)()).toEqual(['Buttermilk']);
    expect(await address(page)()).toBe('butter');
  });

  it('is reached by a slash from any page, and by a slash in the field it is text', async () => {
    const page = await app.open(`/lists/${home}`);
    await page.keyboard.press('/');
    await expect(heading(page)).toBecome('Search');
    await expect(focused(page)).toBecome('Search lists and to-dos');
    await page.keyboard.type('a/b');
    expect(await page.locator('#q').inputValue()).toBe('a/b');
    await button(page, 'Search').focus();
    await page.keyboard.press('/');
    await expect(focused(page)).toBecome('Search lists and to-dos');
    await page.keyboard.press('?');
    expect(await page.locator('#q').inputValue()).toBe('?');
  });

  it.each(LOOKS)('is accessible and fits, %s and %i px wide', async (colorScheme, width) => {
    const look = { colorScheme, viewport: { width, height: 800 } };
    const page = await app.open('/search', look);
    expect({ empty: await faults(page) }).toEqual({ empty: [] });
    for (const text of ['milk', 'oat', 'xx', 'nothing', '?!', 'q'.repeat(241)]) {
      await page.goto(searchPath(text));
      expect({ [text]: await faults(page) }).toEqual({ [text]: [] });
    }
    app.takeProblems();
  });
});
