import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { todosOn } from '../support/visitor.js';
import { button, focused, link, titles } from './on-the-page.js';

const PAGE = 100;

describe('a to-do that is moved to another page of its list', () => {
  let app: AppInBrowser;
  let home: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    home = await app.visitor.createList('Home');
    for (let n = 1; n <= PAGE; n += 1)
      await app.visitor.post(`/lists/${home}/todos`, { title: `Number ${n}` });
    await app.visitor.submit(`/lists/${home}/todos`, { title: 'Far' });
    await app.visitor.submit(`/lists/${home}/todos`, { title: 'Farther' });
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const editedAt = (page: Page) => () =>
    page.evaluate<number>(
      `[...document.querySelectorAll('#todos > .todo')].findIndex((row) => row.matches('.editing'))`,
    );

  it.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])('is followed, and can be moved on at once, %s', async (_, javaScriptEnabled) => {
    const page = await app.open(`/lists/${home}`, { javaScriptEnabled });
    await link(page, 'Next 100').click();
    await expect(titles(page)).toBecome(['Far', 'Farther']);
    await link(page, 'Edit: Far').click();
    await button(page, 'Move up').press('Enter');
    await expect(editedAt(page)).toBecome(PAGE - 1);
    if (!javaScriptEnabled) await page.keyboard.press('Tab');
    await expect(focused(page)).toBecome('Move up');
    await page.keyboard.press('Enter');
    await expect(editedAt(page)).toBecome(PAGE - 2);
    await button(page, 'Move down').press('Enter');
    await expect(editedAt(page)).toBecome(PAGE - 1);
    await button(page, 'Move down').press('Enter');
    await expect(editedAt(page)).toBecome(0);
    expect(await titles(page)()).toEqual(['Farther']);
  });

  it('is followed to the end', async () => {
    const [first] = todosOn((await app.visitor.open(`/lists/${home}`)).text);
    const form = { listId: home, from: home, before: '', edit: first?.id ?? '', show: 'all', onList: home };
    const { html } = await app.visitor.submit(`/todos/${first?.id}/move`, form);
    expect(html).toContain(`id="edit-${first?.id}"`);
    expect(todosOn(html).map(({ title }) => title)).toEqual(['Farther']);
  });
});
