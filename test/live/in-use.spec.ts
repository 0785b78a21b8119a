import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addField, button, focused, link, titles } from '../browser/on-the-page.js';
import { faults } from '../browser/faults.js';
import { SideBySide } from '../support/side-by-side.js';

describe('a page that somebody is using while others change what it shows', () => {
  let both: SideBySide;
  let anna: Page;
  let home: string;
  let garden: string;
  let ids: Readonly<Record<string, string>>;
  beforeAll(async () => {
    both = await SideBySide.start();
  });
  beforeEach(async () => {
    const { visitor } = both.app;
    home = await visitor.createList('Home');
    garden = await visitor.createList('Garden');
    const [Milk = '', Bread = '', Rice = ''] = [
      await visitor.addTodo(home, 'Milk'),
      await visitor.addTodo(home, 'Bread'),
      await visitor.addTodo(home, 'Rice'),
    ];
    ids = { Milk, Bread, Rice };
    anna = await both.anna(`/lists/${home}`);
  });
  afterEach(() => both.app.closePages());
  afterAll(() => both.close());

  const change = (path: string, fields?: Readonly<Record<string, string>>) =>
    both.app.visitor.post(path, fields).then(({ status }) => expect(status).toBe(303));
  const move = (title: string, fields: Readonly<Record<string, string>>) =>
    change(`/todos/${ids[title]}/move`, { listId: home, from: home, ...fields });
  const rename = (title: string, to: string) =>
    change(`/todos/${ids[title]}/rename`, { title: to, from: title });
  const add = (title: string) => change(`/lists/${home}/todos`, { title });
  /** Whether the element that was marked is still there, and was never taken out, even for a moment. */
  const mark = (selector: string) =>
    anna.evaluate(`{
      const node = document.querySelector('${selector}');
      globalThis.lost = 0;
      node.addEventListener('blur', () => (lost += 1), { capture: true });
      new MutationObserver((records) => {
        lost += records.flatMap(({ removedNodes }) => [...removedNodes]).filter((each) => each.contains(node)).length;
      }).observe(document.body, { childList: true, subtree: true });
    }`);
  const lost = () => anna.evaluate('lost');
  const field = (page: Page) => page.getByLabel('Title', { exact: true });

  it('keeps what is being typed, where the caret is, and what is selected', async () => {
    await addField(anna).fill('Wholemeal flour');
    await anna.evaluate(`document.getElementById('add').setSelectionRange(2, 7, 'backward')`);
    await mark('#add');
    await add('Eggs');
    await rename('Milk', 'Oat milk');
    await change(`/todos/${ids.Rice}/remove`);
    await expect(titles(anna)).toBecome(['Oat milk', 'Bread', 'Eggs']);
    expect(await addField(anna).inputValue()).toBe('Wholemeal flour');
    expect(
      await anna.evaluate(`{
        const { selectionStart, selectionEnd, selectionDirection } = document.getElementById('add');
        [selectionStart, selectionEnd, selectionDirection];
      }`),
    ).toEqual([2, 7, 'backward']);
    expect([await focused(anna)(), await lost()]).toEqual(['A new to-do', 0]);
    await anna.keyboard.press('Enter');
    await expect(titles(anna)).toBecome(['Oat milk', 'Bread', 'Eggs', 'Wholemeal flour']);
  });

  it('keeps what an input method is composing', async () => {
    const session = await anna.context().newCDPSession(anna);
    await addField(anna).focus();
    await anna.evaluate(`{
      globalThis.ended = 0;
      document.getElementById('add').addEventListener('compositionend', () => (ended += 1));
    }`);
    await session.send('Input.imeSetComposition', { text: 'みるく', selectionStart: 3, selectionEnd: 3 });
    await add('Eggs');
    await move('Rice', { before: ids.Milk ?? '' });
    await expect(titles(anna)).toBecome(['Rice', 'Milk', 'Bread', 'Eggs']);
    expect([await addField(anna).inputValue(), await anna.evaluate('ended')]).toEqual(['みるく', 0]);
    await session.send('Input.insertText', { text: '牛乳' });
    expect([await addField(anna).inputValue(), await anna.evaluate('ended')]).toEqual(['牛乳', 1]);
  });

  describe('where a to-do is open', () => {
    beforeEach(async () => {
      await link(anna, 'Edit: Bread').click();
      await field(anna).fill('White bread');
      await mark('.editing');
    });
    const editing = async () => [await field(anna).inputValue(), await focused(anna)(), await lost()];
    const untouched = ['White bread', 'Title', 0];

    it('keeps it open when it is renamed, and asks which one stays', async () => {
      await rename('Bread', 'Rye bread');
      await add('Eggs');
      await expect(titles(anna)).toBecome(['Milk', 'Rice', 'Eggs']);
      expect(await editing()).toEqual(untouched);
      expect(await faults(anna)).toEqual([]);
      await button(anna, 'Save').click();
      await expect(() => anna.locator('#conflict dd').innerText()).toBecome('Rye bread');
      both.app.takeProblems(); // "409" is in the console
      await add('Oil');
      await change(`/todos/${ids.Rice}/complete`);
      await button(anna, 'Save mine').click();
      await expect(titles(anna)).toBecome(['Milk', 'White bread', 'Rice', 'Eggs', 'Oil']);
    });

    it('keeps it open while it and others are moved around', async () => {
      await move('Milk', { before: '' });
      await expect(titles(anna)).toBecome(['Rice', 'Milk']);
      await move('Rice', { before: '' });
      await expect(titles(anna)).toBecome(['Milk', 'Rice']);
      await move('Bread', { before: '' });
      await add('Eggs');
      await expect(titles(anna)).toBecome(['Milk', 'Rice', 'Eggs']);
      expect(await editing()).toEqual(untouched);
      await button(anna, 'Save').click();
      await expect(titles(anna)).toBecome(['Milk', 'Rice', 'White bread', 'Eggs']);
    });

    it.each([
      ['thrown away', 'remove', {}],
      ['moved to another list', 'move', { before: '' }],
    ])('keeps it open when it is %s, until it is closed', async (_, what, fields) => {
      const to = what === 'move' ? { ...fields, listId: garden, from: home } : fields;
      await change(`/todos/${ids.Bread}/${what}`, to);
      await add('Eggs');
      await expect(titles(anna)).toBecome(['Milk', 'Rice', 'Eggs']);
      expect(await editing()).toEqual(untouched);
      await anna.getByLabel('Title', { exact: true }).fill('Bread');
      await link(anna, 'Close').click();
      await expect(() => anna.locator('.editing').count()).toBecome(0);
      expect(await titles(anna)()).toEqual(['Milk', 'Rice', 'Eggs']);
    });

    it('keeps it open when nothing else is left in the list', async () => {
      for (const id of Object.values(ids)) await change(`/todos/${id}/remove`);
      await expect(titles(anna)).toBecome([]);
      expect(await editing()).toEqual(untouched);
    });

    it('keeps the list that is chosen for it', async () => {
      await anna.getByLabel('Move to', { exact: true }).selectOption(garden);
      await add('Eggs');
      await expect(titles(anna)).toBecome(['Milk', 'Rice', 'Eggs']);
      expect(await anna.getByLabel('Move to', { exact: true }).inputValue()).toBe(garden);
    });
  });

  it('keeps the name of the list that is being typed', async () => {
    await link(anna, 'Rename this list').click();
    await anna.getByLabel('Name of the list').fill('House');
    await mark('#rename');
    await change(`/lists/${home}/rename`, { name: 'Flat', from: 'Home' });
    await add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Rice', 'Eggs']);
    expect([await anna.getByLabel('Name of the list').inputValue(), await lost()]).toEqual(['House', 0]);
    await button(anna, 'Save').click();
    await expect(() => anna.locator('#conflict dd').innerText()).toBecome('Flat');
    both.app.takeProblems(); // "409" is in the console
  });

  it('keeps the focus of who walks with keys, wherever the rows go', async () => {
    await anna.keyboard.press('j');
    await anna.keyboard.press('j');
    await expect(focused(anna)).toBecome('Edit: Bread');
    await mark(`#t-${ids.Bread}`);
    await move('Rice', { before: ids.Milk ?? '' });
    await expect(titles(anna)).toBecome(['Rice', 'Milk', 'Bread']);
    await move('Bread', { before: ids.Rice ?? '' });
    await expect(titles(anna)).toBecome(['Bread', 'Rice', 'Milk']);
    expect([await focused(anna)(), await lost()]).toEqual(['Edit: Bread', 0]);
    await anna.keyboard.press('j');
    await expect(focused(anna)).toBecome('Edit: Rice');
    await change(`/todos/${ids.Rice}/remove`);
    await expect(titles(anna)).toBecome(['Bread', 'Milk']);
    expect(await focused(anna)()).toBe('Edit: Milk');
  });

  it('leads nobody anywhere who is nowhere on it', async () => {
    expect(await focused(anna)()).toBe('body');
    for (const id of Object.values(ids)) await change(`/todos/${id}/remove`);
    await expect(titles(anna)).toBecome([]);
    expect(await focused(anna)()).toBe('body');
  });

  it('keeps what it tells of what its reader has done, with its undo', async () => {
    await button(anna, 'Move to trash: Bread').click();
    await button(anna, 'Undo').waitFor();
    await add('Eggs');
    await rename('Milk', 'Oat milk');
    await expect(titles(anna)).toBecome(['Oat milk', 'Rice', 'Eggs']);
    await button(anna, 'Undo').click();
    await expect(titles(anna)).toBecome(['Oat milk', 'Bread', 'Rice', 'Eggs']);
  });

  it('keeps a menu open', async () => {
    await anna.locator('[data-workspaces]').click();
    await anna.locator('#workspace-menu a').first().waitFor();
    await add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Rice', 'Eggs']);
    expect(await anna.locator('#workspace-menu').isVisible()).toBe(true);
  });

  it('keeps what one looks at where it is in a long list', async () => {
    const more = Array.from({ length: 60 }, (_, n) => `Number ${n}`);
    for (const title of more) await add(title);
    await expect(async () => (await titles(anna)()).length).toBecome(63);
    const row = anna.locator('#todos > li', { hasText: 'Number 40' });
    await row.scrollIntoViewIfNeeded();
    await anna.mouse.move(0, 0);
    const top = async () => Math.round((await row.boundingBox())?.y ?? 0);
    const before = await top();
    await move('Rice', { before: ids.Milk ?? '', listId: home });
    await change(`/todos/${ids.Bread}/remove`);
    await change(`/todos/${ids.Milk}/remove`);
    await expect(async () => (await titles(anna)()).length).toBecome(61);
    expect(await top()).toBe(before);
    await change(`/todos/${ids.Milk}/restore`);
    await change(`/todos/${ids.Bread}/restore`);
    await expect(async () => (await titles(anna)()).length).toBecome(63);
    expect(await top()).toBe(before);
  });
});
