import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { add, button, createList, heading, link, titles } from './on-the-page.js';

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('somebody %s', (_, javaScriptEnabled) => {
  let app: AppInBrowser;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    page = await app.open('/', { javaScriptEnabled });
  });
  afterAll(async () => {
    await app.closePages();
    await app.close();
  });
  afterEach(() => expect(app.takeProblems()).toEqual([]));

  const done = () => page.locator('#todos .done .title').allTextContents();
  const progress = () => page.locator('#list-head .progress').innerText();
  const note = () => page.locator('#notice').innerText();

  it('creates two lists', async () => {
    await createList(page, 'Garden');
    await expect(heading(page)).toBecome('Garden');
    await link(page, 'Lists').click();
    await createList(page, 'Home');
    await expect(heading(page)).toBecome('Home');
  });

  it('adds to-dos', async () => {
    for (const title of ['Milk', 'Bread', 'Salt']) {
      await add(page, title);
      await button(page, `Complete: ${title}`).waitFor();
    }
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt']);
    await expect(progress).toBecome('3 to do');
  });

  it('completes one and reopens it', async () => {
    await button(page, 'Complete: Milk').click();
    await expect(done).toBecome(['Milk']);
    await expect(progress).toBecome('2 to do · 1 done');
    await button(page, 'Reopen: Milk').click();
    await expect(done).toBecome([]);
  });

  it('renames a to-do and the list', async () => {
    await link(page, 'Edit: Milk').click();
    await page.getByLabel('Title').fill('Oat milk');
    await button(page, 'Save').click();
    await expect(titles(page)).toBecome(['Oat milk', 'Bread', 'Salt']);
    await link(page, 'Rename this list').click();
    await page.getByLabel('Name of the list').fill('House');
    await button(page, 'Save').click();
    await expect(() => page.title()).toBecome('House · Garbanzo');
    await expect(() => page.locator('h1:not(.hidden)').allTextContents()).toBecome(['House']);
  });

  it('moves a to-do up and down', async () => {
    await link(page, 'Edit: Salt').click();
    await button(page, 'Move up').click();
    await page.locator('#todos > .editing:nth-child(2)').waitFor();
    await button(page, 'Move up').click();
    await page.locator('#todos > .editing:nth-child(1)').waitFor();
    await button(page, 'Move down').click();
    await page.locator('#todos > .editing:nth-child(2)').waitFor();
    await link(page, 'Close').click();
    await expect(titles(page)).toBecome(['Oat milk', 'Salt', 'Bread']);
  });

  it('moves a to-do to another list', async () => {
    await link(page, 'Edit: Bread').click();
    await page.getByLabel('Move to').selectOption('Garden');
    await button(page, 'Move').click();
    await expect(titles(page)).toBecome(['Oat milk', 'Salt']);
    await link(page, 'Lists').click();
    await link(page, 'Garden').click();
    await expect(titles(page)).toBecome(['Bread']);
    await link(page, 'Lists').click();
    await link(page, 'House').click();
    await expect(titles(page)).toBecome(['Oat milk', 'Salt']);
  });

  it('throws a to-do away and undoes it', async () => {
    await button(page, 'Move to trash: Salt').click();
    await expect(titles(page)).toBecome(['Oat milk']);
    expect(await note()).toContain('“Salt” is in the trash.');
    await button(page, 'Undo').click();
    await expect(titles(page)).toBecome(['Oat milk', 'Salt']);
    await expect(note).toBecome('');
  });

  it('throws a to-do away and restores it from the trash', async () => {
    await button(page, 'Move to trash: Salt').click();
    await expect(titles(page)).toBecome(['Oat milk']);
    await page.getByRole('link', { name: 'Trash' }).click();
    await button(page, 'Restore: Salt').click();
    await expect(heading(page)).toBecome('House');
    await expect(titles(page)).toBecome(['Oat milk', 'Salt']);
  });

  it('throws the list away and restores it with everything in it', async () => {
    await button(page, 'Move to trash: this list').click();
    await expect(heading(page)).toBecome('Your lists');
    expect(await note()).toContain('“House” is in the trash, with everything in it.');
    await page.getByRole('link', { name: 'Trash' }).click();
    await button(page, 'Restore: House').click();
    await expect(heading(page)).toBecome('House');
    await expect(titles(page)).toBecome(['Oat milk', 'Salt']);
  });
});
