import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asRead } from '../support/as-read.js';
import { AppInBrowser } from '../support/browser.js';
import { add, button, createList, focused, heading, link, titles } from './on-the-page.js';

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('somebody %s', (_, javaScriptEnabled) => {
  let app: AppInBrowser;
  let page: Page;
  let home: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    await app.visitor.createList('Garden');
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    for (const title of ['Milk', 'Bread', 'Salt']) await app.visitor.addTodo(home, title);
    page = await app.open(`/lists/${home}`, { javaScriptEnabled });
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const done = () => page.locator('#todos .done .title').allTextContents();
  const progress = () => page.locator('#list-head .progress').innerText();
  const note = async () => asRead(await page.locator('#notice').innerText());

  it('creates a list and adds to-dos', async () => {
    await link(page, 'Lists').click();
    await createList(page, 'Shopping');
    await expect(heading(page)).toBecome('Shopping');
    await add(page, 'Milk');
    await expect(titles(page)).toBecome(['Milk']);
    await add(page, 'Bread');
    await expect(titles(page)).toBecome(['Milk', 'Bread']);
    await expect(progress).toBecome('2 to do');
  });

  it('completes a to-do and reopens it', async () => {
    await button(page, 'Complete: Milk').click();
    await expect(done).toBecome(['Milk']);
    await expect(progress).toBecome('2 to do · 1 done');
    await button(page, 'Reopen: Milk').click();
    await expect(done).toBecome([]);
    await expect(progress).toBecome('3 to do');
  });

  it('renames a to-do', async () => {
    await link(page, 'Edit: Milk').click();
    await page.getByLabel('Title').fill('Oat milk');
    await button(page, 'Save').click();
    await expect(titles(page)).toBecome(['Oat milk', 'Bread', 'Salt']);
  });

  it('renames a list', async () => {
    await link(page, 'Rename this list').click();
    await page.getByLabel('Name of the list').fill('House');
    await button(page, 'Save').click();
    await link(page, 'Rename this list').waitFor();
    await expect(heading(page)).toBecome('House');
    await expect(async () => asRead(await page.title())).toBecome('House · Garbanzo');
  });

  it('moves a to-do up and down', async () => {
    const place = (nth: number) => page.locator(`#todos > .editing:nth-child(${nth})`);
    await link(page, 'Edit: Salt').click();
    await button(page, 'Move up').click();
    await place(2).waitFor();
    await button(page, 'Move up').click();
    await place(1).waitFor();
    await button(page, 'Move down').click();
    await place(2).waitFor();
    await link(page, 'Close').click();
    await expect(titles(page)).toBecome(['Milk', 'Salt', 'Bread']);
  });

  it('moves a to-do to another list', async () => {
    await link(page, 'Edit: Bread').click();
    await page.getByRole('combobox', { name: 'Move to' }).selectOption('Garden');
    await button(page, 'Move').click();
    await expect(titles(page)).toBecome(['Milk', 'Salt']);
    await link(page, 'Lists').click();
    await link(page, 'Garden').click();
    await expect(titles(page)).toBecome(['Bread']);
  });

  it('throws a to-do away and undoes it', async () => {
    await button(page, 'Move to trash: Salt').click();
    await expect(titles(page)).toBecome(['Milk', 'Bread']);
    expect(await note()).toContain('“Salt” is in the trash.');
    await button(page, 'Undo').click();
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt']);
    await expect(note).toBecome('“Salt” is back in its list.');
  });

  it('throws a to-do away and restores it from the trash', async () => {
    await button(page, 'Move to trash: Bread').click();
    await expect(titles(page)).toBecome(['Milk', 'Salt']);
    await page.getByRole('link', { name: 'Trash' }).click();
    await button(page, 'Restore: Bread').click();
    await expect(() => page.locator('#main h2').allInnerTexts()).toBecome(['Nothing in the trash']);
    await page.goto(`/lists/${home}`);
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt']);
  });

  it('sees what happened, and the list as it was', async () => {
    await button(page, 'Complete: Milk').click();
    await expect(done).toBecome(['Milk']);
    await link(page, 'History of this list').click();
    await expect(heading(page)).toBecome('History of “Home”');
    const words = await page.locator('.entry .words').allInnerTexts();
    expect(words.map(asRead)).toEqual(['Completed', 'Added', 'Added', 'Added', 'Created as “Home”']);
    await page.locator('.entry a time').nth(2).click();
    await expect(titles(page)).toBecome(['Milk', 'Bread']);
    expect(await done()).toEqual([]);
    expect(await page.locator('#main').getByRole('button').count()).toBe(0);
    await link(page, 'Done 0').click();
    await expect(titles(page)).toBecome([]);
    await link(page, 'Back to now').click();
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt']);
  });

  it('chooses a time at which to see the list, and is told when it was not there yet', async () => {
    await link(page, 'History of this list').click();
    await page.getByLabel('See the list as it was at this time, in UTC').fill('2001-02-03T04:05');
    await button(page, 'Show').click();
    await expect(focused(page)).toBecome('There is a problem');
    expect(await page.locator('#errors').innerText()).toContain('The list was not there yet.');
    expect(new URL(page.url()).search).toBe('?asOf=2001-02-03T04%3A05');
    app.takeProblems(); // "422" is in the console
  });

  it('throws a list away and restores it with everything in it', async () => {
    await page.locator('.list-actions .remove').click();
    await expect(heading(page)).toBecome('Your lists');
    expect(await note()).toContain('“Home” is in the trash, with everything in it.');
    await page.getByRole('link', { name: 'Trash' }).click();
    await button(page, 'Restore: Home').click();
    await expect(heading(page)).toBecome('Home');
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt']);
  });
});
