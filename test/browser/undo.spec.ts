import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { faults } from './faults.js';
import { button, focused, heading, link } from './on-the-page.js';

describe('somebody who takes back what has been changed since', () => {
  let app: AppInBrowser;
  let page: Page;
  let milk: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    const home = await app.visitor.createList('Home');
    milk = await app.visitor.addTodo(home, 'Milk');
    page = await app.open(`/lists/${home}`);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const rename = (title: string, from: string) =>
    app.visitor.submit(`/todos/${milk}/rename`, { title, from });

  async function isToldWhy(): Promise<void> {
    await expect(focused(page)).toBecome('refused');
    expect(await page.getByRole('alert').innerText()).toContain('This to-do has been changed since');
    expect(await page.title()).toMatch(/^Error: Undo/);
    expect(await faults(page)).toEqual([]);
    app.takeProblems(); // "409" is in the console
  }

  it('hears first why not, from the notice', async () => {
    await link(page, 'Edit: Milk').click();
    await page.getByLabel('Title').fill('Rice');
    await page.keyboard.press('Enter');
    await button(page, 'Undo').waitFor();
    await rename('Salt', 'Rice');
    await button(page, 'Undo').click();
    await isToldWhy();
    expect(await page.locator('.entry .words').allInnerTexts()).toHaveLength(2);
  });

  it('hears first why not, from the history', async () => {
    await rename('Rice', 'Milk');
    await page.goto(page.url().replace(/\/lists\/.*/, `/todos/${milk}/history`));
    await page.getByRole('link', { name: /^Undo ?: Renamed/ }).click();
    await expect(heading(page)).toBecome('Undo');
    await rename('Salt', 'Rice');
    await button(page, 'Undo').click();
    await isToldWhy();
  });
});
