import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { endProcesses, startProcess } from '../support/processes.js';
import { handle, steps } from './dragging.js';
import { titles } from './on-the-page.js';
import './to-become.js';

/** Other tests run scripts as they are written. What is built has short names, and what is loaded on demand fails in silence. */
describe('a script as it was built, which is loaded when it is first needed', () => {
  let app: AppInBrowser;
  let page: Page;
  let path: string;
  let built: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    const list = await app.visitor.createList('Home');
    for (const title of ['Milk', 'Bread', 'Salt']) await app.visitor.addTodo(list, title);
    path = `/lists/${list}`;
    built = (await startProcess('web', app.databaseUrl)).url;
  });
  afterEach(() => app.closePages());
  afterAll(endProcesses);
  afterAll(() => app.close());

  const open = async (query = '') => {
    page = await app.open(path + query, { baseURL: built });
  };

  it('drags to-dos', async () => {
    await open();
    await handle(page, 'Salt').focus();
    await page.keyboard.press('Space');
    await expect(steps(page)).toBecome('Salt picked up, 3 of 3');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    await expect(titles(page)).toBecome(['Milk', 'Salt', 'Bread']);
    await expect(() => app.visitor.titles(path.slice('/lists/'.length))).toBecome(['Milk', 'Salt', 'Bread']);
  });

  it('counts what is chosen', async () => {
    await open('?choose=');
    await page.locator('.choose').first().click();
    await expect(() => page.locator('#chosen output').innerText()).toBecome('Chosen: 1');
  });

  it('shows the keys', async () => {
    await open();
    await page.keyboard.press('?');
    await expect(() => page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBecome(true);
  });
});
