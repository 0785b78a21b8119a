import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { itemsOn } from '../support/items.js';
import { faults } from './faults.js';
import { button, focused, link, titles } from './on-the-page.js';
import './to-become.js';

const field = (page: Page) => page.getByLabel('A new item of the checklist');
const texts = (page: Page) => () => page.locator('.item summary').allInnerTexts();
const counts = (page: Page) => () => page.locator('.counted').allInnerTexts();
const tick = (page: Page, item: string) => button(page, `Tick: \u2068${item}\u2069`);
const inItem = (page: Page, name: string) =>
  page.locator('.item details[open]').getByRole('button', { name });

async function addItem(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('the checklist of a to-do, %s', (_, javaScriptEnabled) => {
  let app: AppInBrowser;
  let page: Page;
  let home: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    await app.visitor.addTodo(home, 'Bake a cake');
    page = await app.open(`/lists/${home}`, { javaScriptEnabled });
    await link(page, 'Edit: Bake a cake').click();
    await field(page).waitFor();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it('is typed one item after the other, ticked, and counted on the row', async () => {
    await addItem(page, 'Flour');
    await expect(texts(page)).toBecome(['Flour']);
    await expect(focused(page)).toBecome('A new item of the checklist');
    await page.keyboard.type('Eggs');
    await page.keyboard.press('Enter');
    await expect(texts(page)).toBecome(['Flour', 'Eggs']);
    expect(await field(page).inputValue()).toBe('');
    await tick(page, 'Eggs').click();
    await button(page, 'Untick: \u2068Eggs\u2069').waitFor();
    await expect(focused(page)).toBecome('Untick: Eggs');
    await link(page, 'Close').click();
    await expect(counts(page)).toBecome(['1/2']);
    await link(page, 'Checklist: 1 of 2 done').click();
    await expect(texts(page)).toBecome(['Flour', 'Eggs']);
  });

  it('is changed, ordered and taken apart by keyboard, and each of it undone', async () => {
    for (const text of ['Flour', 'Eggs']) {
      await addItem(page, text);
      await page.locator('.item summary', { hasText: text }).waitFor();
    }
    await page.locator('.item summary', { hasText: 'Eggs' }).press('Enter');
    await page.getByLabel('Item', { exact: true }).nth(1).fill('Three eggs');
    await page.getByLabel('Item', { exact: true }).nth(1).press('Enter');
    await expect(texts(page)).toBecome(['Flour', 'Three eggs']);
    if (!javaScriptEnabled) await page.locator('.item summary', { hasText: 'Three' }).press('Enter');
    await inItem(page, 'Move up').press('Enter');
    await expect(texts(page)).toBecome(['Three eggs', 'Flour']);
    await button(page, 'Undo').click();
    await expect(texts(page)).toBecome(['Flour', 'Three eggs']);
    if (!javaScriptEnabled) await page.locator('.item summary', { hasText: 'Three' }).press('Enter');
    await inItem(page, 'Make a to-do of it').press('Enter');
    await expect(titles(page)).toBecome(['Three eggs']);
    await button(page, 'Undo').click();
    await expect(titles(page)).toBecome([]);
  });

  it('keeps what was refused beside its field', async () => {
    await field(page).fill('x'.repeat(241));
    await field(page).press('Enter');
    await page.locator('.field-error').getByText('That is too long for an item').waitFor();
    app.takeProblems(); // "422" is in the console
    expect(await field(page).inputValue()).toBe('x'.repeat(241));
  });

  it('fits on the narrowest screen', async () => {
    await addItem(page, `Flour ${'and more '.repeat(10)}`);
    await page.locator('.item summary').click();
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(320);
  });
});

describe('a checklist that is open for editing', () => {
  let app: AppInBrowser;
  let page: Page;
  let items: string;
  let ids: readonly string[];
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    const home = await app.visitor.createList('Home');
    const cake = await app.visitor.addTodo(home, 'Bake a cake');
    items = `/todos/${cake}/items`;
    for (const item of ['Flour', 'Eggs', 'Salt']) await app.visitor.submit(items, { item });
    const path = `/lists/${home}?edit=${cake}`;
    ids = itemsOn((await app.visitor.open(path)).text).map(({ id }) => id);
    page = await app.open(path);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it('takes over what others do with it, around what is being typed', async () => {
    await page.locator('.item summary', { hasText: 'Eggs' }).click();
    const typed = page.getByLabel('Item', { exact: true }).nth(1);
    await typed.fill('Three e');
    await app.visitor.submit(`${items}/${ids[0]}/tick`);
    await button(page, 'Untick: \u2068Flour\u2069').waitFor();
    await app.visitor.submit(`${items}/${ids[1]}/tick`);
    await button(page, 'Untick: \u2068Eggs\u2069').waitFor();
    await app.visitor.submit(`${items}/${ids[2]}/remove`);
    await app.visitor.submit(items, { item: 'Sugar' });
    await expect(texts(page)).toBecome(['Flour', 'Eggs', 'Sugar']);
    expect(await typed.inputValue()).toBe('Three e');
    await expect(focused(page)).toBecome('Item');
    await typed.pressSequentially('ggs');
    await typed.press('Enter');
    await expect(texts(page)).toBecome(['Flour', 'Three eggs', 'Sugar']);
    expect(await faults(page)).toEqual([]);
  });

  it('has no faults, also where an item is open', async () => {
    await page.locator('.item summary', { hasText: 'Eggs' }).click();
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await faults(page)).toEqual([]);
  });

  it('asks which text stays when somebody else has changed the same item', async () => {
    await page.locator('.item summary', { hasText: 'Eggs' }).click();
    const typed = page.getByLabel('Item', { exact: true }).nth(1);
    await typed.fill('Two eggs');
    await app.visitor.submit(`${items}/${ids[1]}/rename`, { item: 'Three eggs', from: 'Eggs' });
    await page.locator('.item summary', { hasText: 'Three eggs' }).waitFor();
    await typed.press('Enter');
    await expect(() => page.locator('#conflict dd').allInnerTexts()).toBecome(['Eggs', 'Three eggs']);
    app.takeProblems(); // "409" is in the console
    await button(page, 'Use mine').click();
    await expect(() => page.locator('#did p').innerText()).toBecome(
      '“\u2068Three eggs\u2069” is called “\u2068Two eggs\u2069” now.',
    );
  });
});
