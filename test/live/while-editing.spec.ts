import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { button, focused, link, titles } from '../browser/on-the-page.js';
import { faults } from '../browser/faults.js';
import { ListInUse } from '../support/list-in-use.js';
import { SideBySide } from '../support/side-by-side.js';

describe('a page on which somebody edits a to-do while others change it', () => {
  let both: SideBySide;
  let list: ListInUse;
  let anna: Page;
  beforeAll(async () => {
    both = await SideBySide.start();
  });
  beforeEach(async () => {
    list = await ListInUse.open(both);
    ({ anna } = list);
    await link(anna, 'Edit: Bread').click();
    await field().fill('White bread');
    await list.watch('.editing');
  });
  afterEach(() => both.app.closePages());
  afterAll(() => both.close());

  const field = () => anna.getByLabel('Title', { exact: true });
  const editing = async () => [await field().inputValue(), await focused(anna)(), await list.lost()];
  const untouched = ['White bread', 'Title', 0];

  it('keeps it open when it is renamed, and asks which one stays', async () => {
    await list.rename('Bread', 'Rye bread');
    await list.add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Rice', 'Eggs']);
    expect(await editing()).toEqual(untouched);
    expect(await faults(anna)).toEqual([]);
    await button(anna, 'Save').click();
    await expect(() => anna.locator('#conflict dd').last().innerText()).toBecome('Rye bread');
    both.app.takeProblems(); // "409" is in the console
    await list.add('Oil');
    await list.post(`/todos/${list.ids.Rice}/complete`);
    await button(anna, 'Use mine').click();
    await expect(titles(anna)).toBecome(['Milk', 'White bread', 'Rice', 'Eggs', 'Oil']);
  });

  it('keeps it open while it and others are moved around', async () => {
    await list.move('Milk');
    await expect(titles(anna)).toBecome(['Rice', 'Milk']);
    await list.move('Rice');
    await expect(titles(anna)).toBecome(['Milk', 'Rice']);
    await list.move('Bread');
    await list.add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Rice', 'Eggs']);
    expect(await editing()).toEqual(untouched);
    await button(anna, 'Save').click();
    await expect(titles(anna)).toBecome(['Milk', 'Rice', 'White bread', 'Eggs']);
  });

  it.each([
    ['thrown away', () => list.remove('Bread')],
    ['moved to another list', () => list.move('Bread', { to: list.garden })],
  ])('keeps it open when it is %s, until it is closed', async (_, change) => {
    await change();
    await list.add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Rice', 'Eggs']);
    expect(await editing()).toEqual(untouched);
    await field().fill('Bread');
    await link(anna, 'Close').click();
    await expect(() => anna.locator('.editing').count()).toBecome(0);
    expect(await titles(anna)()).toEqual(['Milk', 'Rice', 'Eggs']);
  });

  it('keeps it open when nothing else is left in the list', async () => {
    for (const title of ['Milk', 'Bread', 'Rice'] as const) await list.remove(title);
    await expect(titles(anna)).toBecome([]);
    expect(await editing()).toEqual(untouched);
  });

  it('keeps the list that is chosen for it', async () => {
    await anna.getByLabel('Move to', { exact: true }).selectOption(list.garden);
    await list.add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Rice', 'Eggs']);
    expect(await anna.getByLabel('Move to', { exact: true }).inputValue()).toBe(list.garden);
  });
});
