import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { faults } from './faults.js';
import { IS_COVERED, link } from './on-the-page.js';

const TARGET = 44;
const LONG = 'Everything that has to be done before the long journey to the sea begins';

describe('the ways through the app', () => {
  let app: AppInBrowser;
  let home: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    home = await app.visitor.createList('Home');
    await app.visitor.createList(LONG);
    for (let n = 1; n <= 20; n += 1) await app.visitor.addTodo(home, `Number ${n}`);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const look = (width: number, height: number, path = `/lists/${home}`) =>
    app.open(path, { viewport: { width, height } });

  /** Where the links of the navigation are that can be seen, in the order in which the keyboard leads to them. */
  async function places(page: Page) {
    const links = await page.locator('.top a:visible').all();
    return await Promise.all(
      links.map(async (each) => {
        const box = await each.boundingBox();
        if (box === null) throw new Error('A link that can be seen is nowhere');
        return box;
      }),
    );
  }
  const positionOf = (page: Page) =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('.ways')).position`);

  it('stand beside the page on a wide screen, with the lists, from top to bottom', async () => {
    const page = await look(1280, 800);
    const tops = (await places(page)).map(({ y }) => y);
    expect(tops.length).toBeGreaterThan(9);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(await page.locator('#nav [aria-current=page]').innerText()).toMatch(/^Home\s+20\s+to do$/);
    const long = page.getByRole('link', { name: `${LONG} nothing to do` });
    expect(await long.getAttribute('title')).toBe(`\u2068${LONG}\u2069`);
    expect((await long.boundingBox())?.height).toBeLessThan(TARGET);
    const column = await page.locator('.top').boundingBox();
    const main = await page.locator('main').boundingBox();
    expect(column?.width).toBeLessThan(main?.x ?? NaN);
    expect(await faults(page)).toEqual([]);
  });

  it('leave the page where it is when there are no lists beside it', async () => {
    const page = await look(1280, 800);
    const before = (await page.locator('h1').boundingBox())?.x;
    const unknown = page.url().replace(home, randomUUID());
    for (const path of ['/account', unknown, '/search']) {
      await page.goto(path);
      expect((await page.locator('h1').boundingBox())?.x).toBe(before);
    }
    app.takeProblems(); // "404" is in the console
  });

  it('are a line on top of a window that is neither wide nor narrow', async () => {
    const page = await look(900, 800);
    const boxes = await places(page);
    const lefts = boxes.map(({ x }) => x);
    expect(lefts).toEqual(lefts.toSorted((one, other) => one - other));
    for (const { y } of boxes) expect(y).toBeLessThan(60);
    expect(await page.locator('.beside:visible').count()).toBe(0);
  });

  it.each([
    [390, 844],
    [320, 640],
  ])('are at the bottom of a phone of %i by %i pixels, large enough for a thumb', async (width, height) => {
    const page = await look(width, height);
    const links = await page.locator('.ways a:visible').allInnerTexts();
    expect(links).toEqual(['Today', 'Upcoming', 'Search', 'Lists', 'Account']);
    const bar = (await places(page)).slice(-links.length);
    for (const box of bar) {
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(box.y).toBeGreaterThan(height - 80);
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(TARGET);
    }
    await link(page, 'Lists').click();
    await link(page, 'Trash').click();
    await page.locator('h1', { hasText: 'Trash' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it.each([
    [390, 844, ''],
    [320, 640, '?choose='],
    [320, 400, ''],
  ])('cover nothing that has the focus, %i by %i pixels %s', async (width, height, query) => {
    const page = await look(width, height, `/lists/${home}${query}`);
    const covered: string[] = [];
    for (let tabs = 0; tabs < 70; tabs += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(`document.activeElement !== document.body && ${IS_COVERED}`))
        covered.push(await page.evaluate('document.activeElement.outerHTML'));
    }
    expect(covered).toEqual([]);
  });

  it('are not fixed where they would take most of a low window, as at 400 %', async () => {
    const page = await look(320, 256);
    expect(await positionOf(page)).toBe('static');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await positionOf(page)).toBe('fixed');
  });

  it('are not printed', async () => {
    const page = await look(1280, 800);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.ways').isVisible()).toBe(false);
    expect((await page.locator('h1').boundingBox())?.x).toBeLessThan(300);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.locator('.ways').isVisible()).toBe(false);
  });
});
