import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { asRead } from '../support/as-read.js';
import { inWorkspace } from '../support/somebody.mjs';
import { faults } from './faults.js';
import { add, button, focused, IS_COVERED, link, titles } from './on-the-page.js';

const TITLES = ['Milk', 'Bread', 'Salt', 'Tea', 'Rice'];

describe('choosing several to-dos', () => {
  let app: AppInBrowser;
  let page: Page;
  let home: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    await app.visitor.createList('Shop');
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    for (const title of TITLES) await app.visitor.addTodo(home, title);
    page = await app.open(`/lists/${home}`);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const type = async (keys: string) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const box = (title: string): Locator =>
    page.locator('#todos > li', { hasText: title }).getByRole('checkbox', { name: 'Choose: ' });
  const ticked = (on: Page = page) => on.locator('input.choose:checked').count();
  const done = (on: Page = page) => on.locator('li.done .title').allTextContents();
  const said = async (on: Page = page) => asRead((await on.locator('#did > p').textContent()) ?? '');
  const count = () => page.locator('#chosen output').textContent();

  it('begins with a letter, stays while other things change, and is undone as one', async () => {
    await type('jxjjx');
    await expect(() => ticked()).toBecome(2);
    await expect(count).toBecome('Chosen: 2');
    expect(await focused(page)()).toContain('Edit: Salt');
    await add(page, 'Oil');
    await expect(titles(page)).toBecome([...TITLES, 'Oil']);
    expect([await ticked(), await count()]).toEqual([2, 'Chosen: 2']);
    await button(page, 'Complete').click();
    await expect(() => done()).toBecome(['Milk', 'Salt']);
    expect([await said(), await page.locator('input.choose').count()]).toEqual(['2 to-dos are done.', 0]);
    await page.locator('#todos .edit').first().focus();
    await type('u');
    await expect(() => done()).toBecome([]);
    expect(await said()).toBe('2 to-dos are to be done again.');
  });

  it('stays while somebody else changes the list', async () => {
    await type('jx');
    await expect(count).toBecome('Chosen: 1');
    await app.visitor.addTodo(home, 'Oil');
    await expect(titles(page)).toBecome([...TITLES, 'Oil']);
    expect([await ticked(), await count()]).toEqual([1, 'Chosen: 1']);
  });

  it('completes with another letter, also while several are chosen', async () => {
    await type('jc');
    await expect(() => done()).toBecome(['Milk']);
    await link(page, 'Choose several').click();
    await box('Bread').check();
    await type('c');
    await expect(() => done()).toBecome(['Milk', 'Bread']);
    expect(await box('Bread').isChecked()).toBe(true);
  });

  it('takes all between two clicks with Shift', async () => {
    await link(page, 'Choose several').click();
    await box('Bread').click();
    await expect(count).toBecome('Chosen: 1');
    await box('Rice').click({ modifiers: ['Shift'] });
    await expect(count).toBecome('Chosen: 4');
    await box('Tea').click();
    await box('Salt').click({ modifiers: ['Shift'] });
    await expect(count).toBecome('Chosen: 2');
    expect([
      await box('Milk').isChecked(),
      await box('Bread').isChecked(),
      await box('Rice').isChecked(),
    ]).toEqual([false, true, true]);
  });

  it('asks for one when none is chosen, and ends with a link', async () => {
    await link(page, 'Choose several').click();
    await button(page, 'Move to trash').last().click();
    await expect(() => said()).toBecome('None is chosen yet. Tick those that you mean.');
    expect(app.takeProblems().join()).toContain('422');
    await link(page, 'Stop choosing').click();
    await expect(() => page.locator('input.choose').count()).toBecome(0);
    expect(page.url()).not.toContain('choose');
  });

  it('works without JavaScript', async () => {
    const plain = await app.open(`/lists/${home}`, { javaScriptEnabled: false });
    await link(plain, 'Choose several').click();
    for (const title of ['Bread', 'Tea'])
      await plain.getByRole('checkbox', { name: `Choose: \u2068${title}\u2069` }).check();
    await plain.getByLabel('Move to the list').selectOption('Shop');
    await button(plain, 'Move').click();
    expect(await said(plain)).toBe('2 to-dos are in “Shop” now.');
    expect(await titles(plain)()).toEqual(['Milk', 'Salt', 'Rice']);
    await button(plain, 'Undo').click();
    expect(await titles(plain)()).toEqual(TITLES);
  });

  it.each([1280, 320])('is accessible, and needs no scrolling sideways in %d pixels', async (width) => {
    await page.setViewportSize({ width, height: 720 });
    await page.goto(inWorkspace(`/lists/${home}?choose`));
    await box('Bread').check();
    await expect(count).toBecome('Chosen: 1');
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  it.each([
    [1280, 720, 'as it is'],
    [320, 640, 'as it is'],
    [320, 640, 'opened'],
    [320, 256, 'as it is'], // at 400 %
  ])(
    'has nothing of it under the bar that has the focus, in %d by %d pixels, %s',
    async (width, height, state) => {
      await app.visitor.createList('What there is to be done before we can go on our journey');
      await page.setViewportSize({ width, height });
      await page.goto(inWorkspace(`/lists/${home}?choose`));
      if (state === 'opened') await page.locator('#chosen summary').click();
      const covered: string[] = [];
      await box('Milk').focus();
      for (let presses = 1; presses <= 3 * TITLES.length; presses += 1) {
        if (await page.evaluate<boolean>(IS_COVERED)) covered.push(await focused(page)());
        await page.keyboard.press('Tab');
      }
      expect(covered).toEqual([]);
    },
  );
});
