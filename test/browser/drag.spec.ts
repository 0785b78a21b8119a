import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { inWorkspace } from '../support/somebody.mjs';
import { todosOn } from '../support/visitor.js';
import { handle, heldRow, middleOf, opacityOf, steps, touchOn } from './dragging.js';
import { faults } from './faults.js';
import { button, focused, link, titles } from './on-the-page.js';

const TITLES = ['Milk', 'Bread', 'Salt', 'Tea'];
const PHONE = { width: 320, height: 640 };

describe('dragging a to-do', () => {
  let app: AppInBrowser;
  let home: string;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    for (const title of TITLES) await app.visitor.addTodo(home, title);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const idOf = async (title: string) =>
    todosOn((await app.visitor.open(`/lists/${home}`)).text).find((todo) => todo.title === title)?.id ?? '';
  const saved = () => app.visitor.titles(home);
  const open = async (options: Parameters<AppInBrowser['open']>[1] = {}, path = `/lists/${home}`) => {
    page = await app.open(path, options);
  };

  const addMany = async () => {
    const form = (n: number) => [`/lists/${home}/todos`, { title: `Number ${n}` }] as const;
    for (let n = 1; n < 20; n += 1) await app.visitor.post(...form(n));
    await app.visitor.submit(...form(20));
    await page.reload();
  };

  describe('with a finger', () => {
    beforeEach(() => open({ viewport: PHONE, hasTouch: true, isMobile: true }));

    it('is done by a handle that is always there; elsewhere the page scrolls', async () => {
      await addMany();
      const finger = await touchOn(page);
      const { x, y } = await middleOf(handle(page, 'Milk'));
      expect(await opacityOf(handle(page, 'Milk'))).toBe('1');
      await finger.slide({ x, y }, { x, y: y + 110 });
      await expect(steps(page)).toBecome('3 of 24');
      expect(await page.evaluate('scrollY')).toBe(0);
      await finger.up();
      await expect(saved).toBecome(['Bread', 'Salt', 'Milk', 'Tea', ...(await saved()).slice(4)]);
      await expect(titles(page)).toBecome(await saved());
      await button(page, 'Undo').waitFor();
      const before = await page.evaluate<number>('scrollY');
      await finger.slide({ x: 120, y: 500 }, { x: 120, y: 300 });
      await finger.up();
      await expect(() => page.evaluate<boolean>(`scrollY > ${before + 50}`)).toBecome(true);
      expect((await saved()).slice(0, 4)).toEqual(['Bread', 'Salt', 'Milk', 'Tea']);
    });

    it.each(['light', 'dark'] as const)('is accessible and fits, %s', async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const finger = await touchOn(page);
      const { x, y } = await middleOf(handle(page, 'Milk'));
      await finger.down({ x, y });
      await heldRow(page).waitFor();
      await finger.move({ x, y: y + 60 });
      await expect(steps(page)).toBecome('2 of 4');
      expect(await faults(page)).toEqual([]);
      await finger.up();
    });
  });

  describe('by keyboard', () => {
    beforeEach(() => open());

    it('picks it up, moves it and drops it, and tells each step', async () => {
      await handle(page, 'Salt').focus();
      await page.keyboard.press('Space');
      await expect(steps(page)).toBecome('Salt picked up, 3 of 4');
      await page.keyboard.press('ArrowUp');
      await expect(steps(page)).toBecome('2 of 4');
      await page.keyboard.press('ArrowUp');
      await expect(steps(page)).toBecome('1 of 4');
      await page.keyboard.press('ArrowUp');
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect(steps(page)).toBecome('Dropped, 1 of 4');
      await button(page, 'Undo').waitFor();
      expect(await titles(page)()).toEqual(['Salt', 'Milk', 'Bread', 'Tea']);
      expect(await focused(page)()).toBe('Move: Salt');
      // Past what the page tells of the move before, which stands between.
      await page.keyboard.press('Enter');
      await expect(steps(page)).toBecome('Salt picked up, 1 of 4');
      await page.keyboard.press('ArrowDown');
      await expect(steps(page)).toBecome('2 of 4');
      await page.keyboard.press('Space');
      await expect(saved).toBecome(['Milk', 'Salt', 'Bread', 'Tea']);
    });

    it('puts it back with Escape, or when the focus leaves', async () => {
      await handle(page, 'Salt').focus();
      for (const key of ['Escape', 'Tab']) {
        await handle(page, 'Salt').focus();
        await page.keyboard.press('Enter');
        await expect(steps(page)).toBecome('Salt picked up, 3 of 4');
        await page.keyboard.press('ArrowDown');
        await expect(steps(page)).toBecome('4 of 4');
        await page.keyboard.press(key);
        await expect(steps(page)).toBecome('Back where it was');
        expect(await titles(page)()).toEqual(TITLES);
      }
      expect(await saved()).toEqual(TITLES);
    });

    it('keeps to the order of the whole list on a tab that shows a part of it', async () => {
      await app.visitor.submit(`/todos/${await idOf('Bread')}/complete`);
      await page.goto(inWorkspace(`/lists/${home}?show=active`));
      await handle(page, 'Tea').focus();
      await page.keyboard.press('Space');
      await expect(steps(page)).toBecome('Tea picked up, 3 of 3');
      await page.keyboard.press('ArrowUp');
      await expect(steps(page)).toBecome('2 of 3');
      await page.keyboard.press('Space');
      await expect(saved).toBecome(['Milk', 'Tea', 'Bread', 'Salt']);
      await expect(titles(page)).toBecome(['Milk', 'Tea', 'Salt']);
    });
  });

  it('needs JavaScript: without, there is no handle, and no room for one', async () => {
    await open({ javaScriptEnabled: false });
    expect(await page.locator('.handle:visible').count()).toBe(0);
    const { x = 0, width = 0 } = (await link(page, 'Edit: Milk').boundingBox()) ?? {};
    const bin = await button(page, 'Move to trash: Milk').boundingBox();
    expect((bin?.x ?? 0) - x - width).toBeLessThan(2);
  });
});
