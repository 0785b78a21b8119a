import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { AppInBrowser, isOfTheCut } from '../support/browser.js';
import { todosOn } from '../support/visitor.js';
import { add, addField, button, createList, heading, link, titles } from './on-the-page.js';

describe('when the connection is cut', () => {
  let app: AppInBrowser;
  let home: string;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    page = await app.open(`/lists/${home}`);
  });
  afterEach(() => app.closePages(isOfTheCut));
  afterAll(() => app.close());

  const isUnsaved = () => page.locator('#unsaved').isVisible();
  const unsaved = () => page.locator('#unsaved p').innerText();
  const saved = async () => {
    const { text } = await app.visitor.open(`/lists/${home}`);
    return todosOn(text).map(({ title, done }) => (done ? `${title}, done` : title));
  };
  const loseTheRequest = (route: Route) => route.abort();
  const loseTheAnswer = async (route: Route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  };

  it('what was typed is kept, and "Try again" saves it once', async () => {
    await page.route('**/todos', loseTheRequest);
    await add(page, 'Milk');
    await expect(isUnsaved).toBecome(true);
    expect(await unsaved()).toContain('“\u2068Milk\u2069” is not saved yet');
    expect(await addField(page).inputValue()).toBe('Milk');
    expect(await saved()).toEqual([]);
    await page.unroute('**/todos');
    await button(page, 'Try again').click();
    await expect(titles(page)).toBecome(['Milk']);
    await expect(isUnsaved).toBecome(false);
    expect(await addField(page).inputValue()).toBe('');
    expect(await saved()).toEqual(['Milk']);
  });

  it('and only the answer was lost, "Try again" saves nothing twice', async () => {
    await page.route('**/todos', loseTheAnswer);
    await add(page, 'Milk');
    await expect(isUnsaved).toBecome(true);
    await expect(saved).toBecome(['Milk']);
    await page.unroute('**/todos');
    await button(page, 'Try again').click();
    await expect(titles(page)).toBecome(['Milk']);
    expect(await saved()).toEqual(['Milk']);
  });

  it('and only the answer about a new list was lost, "Try again" leads to that list', async () => {
    await link(page, 'Lists').click();
    await heading(page)();
    await page.route('**/lists', loseTheAnswer);
    await createList(page, 'Garden');
    await expect(isUnsaved).toBecome(true);
    expect(await page.getByLabel('Name of a new list').inputValue()).toBe('Garden');
    await page.unroute('**/lists');
    await button(page, 'Try again').click();
    await expect(heading(page)).toBecome('Garden');
    await link(page, 'Lists').click();
    await link(page, 'Garden').first().waitFor();
    expect(await link(page, 'Garden').count()).toBe(1);
  });

  it('a click is not lost either', async () => {
    await app.visitor.addTodo(home, 'Milk');
    await page.reload();
    await page.route('**/complete', loseTheRequest);
    await button(page, 'Complete: Milk').click();
    await expect(isUnsaved).toBecome(true);
    expect(await unsaved()).toContain('What you did last is not saved yet');
    await page.unroute('**/complete');
    await button(page, 'Try again').click();
    await button(page, 'Reopen: Milk').waitFor();
    expect(await saved()).toEqual(['Milk, done']);
  });

  it('what comes after waits for its turn, whatever direction it has, and all of it is saved when the browser is online again', async () => {
    await page.context().setOffline(true);
    await add(page, 'one');
    await expect(isUnsaved).toBecome(true);
    await add(page, '\u202e\u05d1two\u2069');
    await expect(unsaved).toBecome(
      '“\u2068one\u2069”, “\u2068\u05d1two\u2069” are not saved yet: the server is not answering just now. This page keeps trying.',
    );
    await page.context().setOffline(false);
    await expect(titles(page)).toBecome(['one', '\u202e\u05d1two\u2069']);
    expect((await saved())[1]).toContain('two');
  });
});
