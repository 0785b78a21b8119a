import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { add, addField, button, createList, heading, link, titles } from '../browser/on-the-page.js';
import { faults } from '../browser/faults.js';
import { countPages, SideBySide } from '../support/side-by-side.js';

/** A page asks for what stands beside it no more often. */
const ELSEWHERE_MS = 2_000;

describe('what one does', () => {
  let both: SideBySide;
  let mia: Page;
  let anna: Page;
  let home: string;
  let garden: string;
  beforeAll(async () => {
    both = await SideBySide.start();
  });
  beforeEach(async () => {
    const { visitor } = both.app;
    home = await visitor.createList('Home');
    garden = await visitor.createList('Garden');
    for (const title of ['Milk', 'Bread', 'Rice']) await visitor.addTodo(home, title);
    [mia, anna] = await Promise.all([both.mia(`/lists/${home}`), both.anna(`/lists/${home}`)]);
  });
  afterEach(() => both.app.closePages());
  afterAll(() => both.close());

  it('the other sees at once: to-dos added, completed, renamed, moved, thrown away and restored', async () => {
    await add(mia, 'Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Rice', 'Eggs']);
    await button(mia, 'Complete: Bread').click();
    await button(anna, 'Reopen: Bread').waitFor();
    await link(mia, 'Edit: Rice').click();
    await mia.getByLabel('Title').fill('Brown rice');
    await button(mia, 'Save').click();
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Brown rice', 'Eggs']);
    await link(mia, 'Edit: Eggs').click();
    await button(mia, 'Move up').click();
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Eggs', 'Brown rice']);
    await link(mia, 'Close').click();
    await button(mia, 'Move to trash: Milk').click();
    await expect(titles(anna)).toBecome(['Bread', 'Eggs', 'Brown rice']);
    await button(mia, 'Undo').click();
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Eggs', 'Brown rice']);
  });

  it('the other sees of the list itself: another name, and that it is in the trash, and is not any more', async () => {
    await link(mia, 'Rename this list').click();
    await mia.getByLabel('Name of the list').fill('House');
    await button(mia, 'Save').click();
    await expect(heading(anna)).toBecome('House');
    await expect(() => anna.title()).toBecome('\u2068House\u2069 · Garbanzo');
    await mia.locator('.list-actions .remove').click();
    await anna.getByText('This list is in the trash.').waitFor();
    await button(anna, 'Restore list').click();
    await expect(() => mia.getByRole('link', { name: 'House', exact: true }).count()).toBecome(1);
    await expect(() => anna.locator('#add').count()).toBecome(1);
  });

  it('the other sees of a to-do that goes to another list, on both', async () => {
    const other = await both.anna(`/lists/${garden}`);
    await link(mia, 'Edit: Milk').click();
    await mia.getByLabel('Move to', { exact: true }).selectOption(garden);
    await button(mia, 'Move').click();
    await expect(titles(anna)).toBecome(['Bread', 'Rice']);
    await expect(titles(other)).toBecome(['Milk']);
  });

  it('the other sees on the page of lists and in the trash', async () => {
    const [lists, trash] = await Promise.all([both.anna('/'), both.anna('/trash')]);
    const counter = lists.locator(`#l-${home} .progress span`);
    await button(mia, 'Complete: Milk').click();
    await expect(() => counter.innerText()).toBecome('2 to do · 1 done');
    await button(mia, 'Move to trash: Bread').click();
    await expect(() => counter.innerText()).toBecome('1 to do · 1 done');
    await expect(() => trash.locator('.todos .title').allInnerTexts()).toBecome(['Bread']);
    const maker = await both.mia('/');
    await createList(maker, 'Holidays');
    await expect(() => lists.getByRole('link', { name: 'Holidays', exact: true }).count()).toBecome(1);
  });

  it('leads to one request of the other, and to none of its own', async () => {
    const [own, others] = [countPages(mia), countPages(anna)];
    await add(mia, 'Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Bread', 'Rice', 'Eggs']);
    await expect(titles(mia)).toBecome(['Milk', 'Bread', 'Rice', 'Eggs']);
    // Mia's page hears of what Anna does last: had it asked for what is its own, that would have been before.
    await button(anna, 'Complete: Eggs').click();
    await button(mia, 'Reopen: Eggs').waitFor();
    // What each has sent, and what the other has.
    expect([own(), others()]).toEqual([2, 2]);
  });

  it('the other sees beside another list, unhurried, and nothing is taken from who writes there', async () => {
    const other = await both.anna(`/lists/${garden}`);
    const asked = countPages(other);
    const begun = performance.now();
    const counter = other.locator(`#side-${home} .badge`);
    expect(await counter.innerText()).toBe('3');
    await addField(other).fill('Pe');
    for (let n = 1; n <= 12; n += 1)
      await both.app.visitor.post(`/lists/${home}/todos`, { title: `Number ${n}` });
    await expect(() => counter.innerText()).toBecome('15');
    expect(asked()).toBeLessThanOrEqual(Math.ceil((performance.now() - begun) / ELSEWHERE_MS));
    expect(await addField(other).inputValue()).toBe('Pe');
    expect(await other.evaluate(`document.getElementById('news').textContent`)).toBe('');
    await both.app.visitor.submit(`/lists/${home}/rename`, { name: 'House', from: 'Home' });
    await expect(() => other.locator(`#side-${home} bdi`).innerText()).toBecome('House');
  });

  it('is said to who hears the page, once and not for each of many changes', async () => {
    await anna.evaluate(`globalThis.said = [];
      new MutationObserver(() => {
        const { textContent } = document.getElementById('news');
        if (textContent) said.push(textContent);
      }).observe(document.getElementById('news'), { childList: true });`);
    for (const title of ['Eggs', 'Oil', 'Salt']) {
      await add(mia, title);
      await expect(async () => (await titles(anna)()).includes(title)).toBecome(true);
    }
    expect(await anna.evaluate('said')).toEqual(['Others have changed what this page shows.']);
  });

  it('is near who looks too, by name', async () => {
    const present = (page: Page) => () => page.locator('#present').innerText();
    // The direction of a name stays inside.
    const looks = (name: string) => `\u2068${name}\u2069 is looking at this list too`;
    await expect(present(mia)).toBecome(looks('Anna'));
    await expect(present(anna)).toBecome(looks('Mia'));
    expect(await faults(mia)).toEqual([]);
    await add(mia, 'Eggs');
    await expect(titles(mia)).toBecome(['Milk', 'Bread', 'Rice', 'Eggs']);
    expect(await present(mia)()).toBe(looks('Anna'));
    for (const width of [320, 1280]) {
      await mia.setViewportSize({ width, height: 640 });
      const [who, below] = await Promise.all(
        ['#present', '#add-todo'].map((id) => mia.locator(id).boundingBox()),
      );
      expect((who?.y ?? NaN) + (who?.height ?? NaN)).toBeLessThanOrEqual(below?.y ?? NaN);
    }
    await anna.close();
    await expect(present(mia)).toBecome('');
  });
});
