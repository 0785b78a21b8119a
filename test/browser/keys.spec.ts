import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser, isOfTheCut } from '../support/browser.js';
import { until } from '../support/until.js';
import { inWorkspace } from '../support/somebody.mjs';
import { faults } from './faults.js';
import { button, focused, heading, titles } from './on-the-page.js';

describe('single letters', () => {
  let app: AppInBrowser;
  let page: Page;
  let home: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    for (const title of ['Milk', 'Bread', 'Salt']) await app.visitor.addTodo(home, title);
    page = await app.open(`/lists/${home}`);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  /** Once the scripts of the page are there, which its heading does not wait for. */
  const type = async (keys: string) => {
    await page.waitForLoadState();
    for (const key of keys) await page.keyboard.press(key);
  };

  it('walk over the to-dos, tick, edit and undo', async () => {
    await type('jjj');
    await expect(focused(page)).toBecome('Edit: Salt');
    await type('jkc');
    await expect(() => page.locator('li.done').count()).toBecome(1);
    expect(await page.locator('li.done .title').textContent()).toBe('Bread');
    await type('u');
    await expect(() => page.locator('li.done').count()).toBecome(0);
    await type('kke');
    await page.locator('[id^="edit-"]').waitFor();
  });

  it('are text where somebody types', async () => {
    await type('q');
    await expect(focused(page)).toBecome('A new to-do');
    await type('jkxequ?');
    expect(await page.locator('#add').inputValue()).toBe('jkxequ?');
    await page.keyboard.press('Enter');
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt', 'jkxequ?']);
  });

  it('go to other pages', async () => {
    await type('gb');
    await expect(heading(page)).toBecome('Trash');
    await type('gt');
    await expect(heading(page)).toBecome('Today');
    await type('gl');
    await expect(heading(page)).toBecome('Your lists');
    await type('j');
    await expect(focused(page)).toBecome('Home');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toBecome('Home');
  });

  it('are shown by a question mark, in a dialog that is accessible', async () => {
    await type('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await button(page, 'Close').click();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('are missed in the console when their script cannot be read, and not when there is no connection', async () => {
    const broken = await app.open(`/lists/${home}`);
    await broken.waitForLoadState();
    await broken.route('**/*-keys.*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'let one; let one;' }),
    );
    await broken.keyboard.press('j');
    const problems: string[] = [];
    await until(() => problems.push(...app.takeProblems()) > 0);
    expect(problems.join()).toContain('SyntaxError');
    await page.route('**/*-keys.*.js', (route) => route.abort());
    await type('j');
    await page.unroute('**/*-keys.*.js');
    await type('j');
    await expect(focused(page)).toBecome('Edit: Milk');
    expect(app.takeProblems().filter((problem) => !isOfTheCut(problem))).toEqual([]);
  });

  it('do nothing together with Ctrl, nor for who has switched them off', async () => {
    await page.keyboard.press('Control+j');
    expect(await focused(page)()).not.toContain('Edit');
    await page.goto('/account/profile');
    await page.getByLabel('Single letters are shortcuts').uncheck();
    await button(page, 'Save').click();
    await page.goto(inWorkspace(`/lists/${home}`));
    await type('jjj?');
    expect(await focused(page)()).not.toContain('Edit');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
