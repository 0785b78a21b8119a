import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addField, button, focused, link, titles } from '../browser/on-the-page.js';
import { asRead } from '../support/as-read.js';
import { ListInUse } from '../support/list-in-use.js';
import { SideBySide } from '../support/side-by-side.js';

describe('a page that somebody is using while others change what it shows', () => {
  let both: SideBySide;
  let list: ListInUse;
  let anna: Page;
  beforeAll(async () => {
    both = await SideBySide.start();
  });
  beforeEach(async () => {
    list = await ListInUse.open(both);
    ({ anna } = list);
  });
  afterEach(() => both.app.closePages());
  afterAll(() => both.close());

  it('keeps what is being typed, where the caret is, and what is selected', async () => {
    await addField(anna).fill('Wholemeal flour');
    await anna.evaluate(`document.getElementById('add').setSelectionRange(2, 7, 'backward')`);
    await list.watch('#add');
    await list.add('Eggs');
    await list.rename('Milk', 'Oat milk');
    await list.remove('Rice');
    await expect(titles(anna)).toBecome(['Oat milk', 'Bread', 'Eggs']);
    expect(await addField(anna).inputValue()).toBe('Wholemeal flour');
    expect(
      await anna.evaluate(`{
        const { selectionStart, selectionEnd, selectionDirection } = document.getElementById('add');
        [selectionStart, selectionEnd, selectionDirection];
      }`),
    ).toEqual([2, 7, 'backward']);
    expect([await focused(anna)(), await list.lost()]).toEqual(['A new to-do', 0]);
    await anna.keyboard.press('Enter');
    await expect(titles(anna)).toBecome(['Oat milk', 'Bread', 'Eggs', 'Wholemeal flour']);
  });

  it('goes on telling what its reader has just done', async () => {
    await button(anna, 'Complete: Milk').click();
    const told = () => anna.locator('#notice').innerText();
    await expect(async () => asRead(await told())).toBecome('“Milk” is done.');
    await list.add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Rice', 'Eggs']);
    expect(asRead(await told())).toBe('“Milk” is done.');
    await button(anna, 'Undo').click();
    await button(anna, 'Complete: Milk').waitFor();
  });

  it('keeps what an input method is composing', async () => {
    const session = await anna.context().newCDPSession(anna);
    await addField(anna).focus();
    await anna.evaluate(`{
      globalThis.ended = 0;
      document.getElementById('add').addEventListener('compositionend', () => (ended += 1));
    }`);
    await session.send('Input.imeSetComposition', { text: 'みるく', selectionStart: 3, selectionEnd: 3 });
    await list.add('Eggs');
    await list.move('Rice', { before: 'Milk' });
    await expect(titles(anna)).toBecome(['Rice', 'Milk', 'Bread', 'Eggs']);
    expect([await addField(anna).inputValue(), await anna.evaluate('ended')]).toEqual(['みるく', 0]);
    await session.send('Input.insertText', { text: '牛乳' });
    expect([await addField(anna).inputValue(), await anna.evaluate('ended')]).toEqual(['牛乳', 1]);
  });

  it('keeps the name of the list that is being typed', async () => {
    await link(anna, 'Rename this list').click();
    await anna.getByLabel('Name of the list').fill('House');
    await list.watch('#rename');
    await list.post(`/lists/${list.home}/rename`, { name: 'Flat', from: 'Home' });
    await list.add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Rice', 'Eggs']);
    expect([await anna.getByLabel('Name of the list').inputValue(), await list.lost()]).toEqual(['House', 0]);
    await button(anna, 'Save').click();
    await expect(() => anna.locator('#conflict dd').last().innerText()).toBecome('Flat');
    both.app.takeProblems(); // "409" is in the console
  });

  it('keeps the focus of who walks with keys, wherever the rows go', async () => {
    await anna.keyboard.press('j');
    await anna.keyboard.press('j');
    await expect(focused(anna)).toBecome('Edit: Bread');
    await list.watch(`#t-${list.ids.Bread}`);
    await list.move('Rice', { before: 'Milk' });
    await expect(titles(anna)).toBecome(['Rice', 'Milk', 'Bread']);
    await list.move('Bread', { before: 'Rice' });
    await expect(titles(anna)).toBecome(['Bread', 'Rice', 'Milk']);
    expect([await focused(anna)(), await list.lost()]).toEqual(['Edit: Bread', 0]);
    await anna.keyboard.press('j');
    await expect(focused(anna)).toBecome('Edit: Rice');
    await list.remove('Rice');
    await expect(titles(anna)).toBecome(['Bread', 'Milk']);
    expect(await focused(anna)()).toBe('Edit: Milk');
  });

  it('leads nobody anywhere who is nowhere on it', async () => {
    expect(await focused(anna)()).toBe('body');
    for (const title of ['Milk', 'Bread', 'Rice'] as const) await list.remove(title);
    await expect(titles(anna)).toBecome([]);
    expect(await focused(anna)()).toBe('body');
  });

  it('keeps what it tells of what its reader has done, with its undo', async () => {
    await button(anna, 'Move to trash: Bread').click();
    await button(anna, 'Undo').waitFor();
    await list.add('Eggs');
    await list.rename('Milk', 'Oat milk');
    await expect(titles(anna)).toBecome(['Oat milk', 'Rice', 'Eggs']);
    await button(anna, 'Undo').click();
    await expect(titles(anna)).toBecome(['Oat milk', 'Bread', 'Rice', 'Eggs']);
  });

  it('keeps a menu open', async () => {
    await anna.locator('[data-workspaces]').click();
    await anna.locator('#workspace-menu a').first().waitFor();
    await list.add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Rice', 'Eggs']);
    expect(await anna.locator('#workspace-menu').isVisible()).toBe(true);
  });

  it('keeps what one looks at where it is in a long list', async () => {
    const more = Array.from({ length: 60 }, (_, n) => `Number ${n}`);
    for (const title of more) await list.add(title);
    await expect(async () => (await titles(anna)()).length).toBecome(63);
    const row = anna.locator('#todos > li', { hasText: 'Number 40' });
    await row.scrollIntoViewIfNeeded();
    await anna.mouse.move(0, 0);
    const top = async () => (await row.boundingBox())?.y ?? Infinity;
    const before = await top();
    // A browser scrolls by whole pixels.
    const isStill = async () => Math.abs((await top()) - before) <= 2;
    await list.move('Rice', { before: 'Milk' });
    await list.remove('Bread');
    await list.remove('Milk');
    await expect(async () => (await titles(anna)()).length).toBecome(61);
    expect(await isStill()).toBe(true);
    await list.restore('Milk');
    await list.restore('Bread');
    await expect(async () => (await titles(anna)()).length).toBecome(63);
    expect(await isStill()).toBe(true);
  });
});
