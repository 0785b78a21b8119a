import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { asRead } from '../support/as-read.js';
import { AppInBrowser } from '../support/browser.js';
import { button, focused, link, titles } from './on-the-page.js';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('the rows of a list, %s', (_, javaScriptEnabled) => {
  let app: AppInBrowser;
  let home: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    for (const title of ['Milk', 'Bread', 'Salt']) await app.visitor.addTodo(home, title);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const open = (viewport = DESK, path = `/lists/${home}`) => app.open(path, { javaScriptEnabled, viewport });
  const row = (page: Page, title: string) => page.locator('#todos > li.todo', { hasText: title });
  /** Of the words alone, without the room beside them. */
  const textBoxOf = (page: Page, title: string) =>
    page.evaluate<{ x: number; width: number }>(`(() => {
      const words = [...document.querySelectorAll('#todos .title')].find((node) => node.textContent === '${title}');
      const range = document.createRange();
      range.selectNodeContents(words);
      const { x, width } = range.getBoundingClientRect();
      return { x, width };
    })()`);
  async function boxOf(locator: Locator) {
    const box = await locator.boundingBox();
    if (box === null) throw new Error('It is not to be seen');
    return box;
  }

  it('begin in the upper third of a phone', async () => {
    const page = await open(PHONE);
    const { y } = await boxOf(row(page, 'Milk'));
    expect(y).toBeLessThan(PHONE.height / 3);
  });

  it('have nothing on a phone but a mark, a title and a handle, behind which everything else is', async () => {
    const page = await open(PHONE);
    const names = await row(page, 'Milk')
      .locator('a:visible, button:visible')
      .evaluateAll<string[], never>((nodes) =>
        nodes.map((node) => (node as { ariaLabel: string }).ariaLabel),
      );
    const handle = javaScriptEnabled ? ['Move: Milk'] : [];
    expect(names.map(asRead)).toEqual(['Complete: Milk', 'Edit: Milk', ...handle]);
    expect((await boxOf(link(page, 'Edit: Milk'))).height).toBeGreaterThanOrEqual(44);
    await link(page, 'Edit: Milk').click();
    await button(page, 'Move to trash').click();
    await expect(titles(page)).toBecome(['Bread', 'Salt']);
  });

  it.each(['click', 'dblclick'] as const)('are edited by a %s on the title', async (how) => {
    const page = await open();
    await row(page, 'Bread').locator('.title')[how]();
    await expect(focused(page)).toBecome('Title');
    await page.getByLabel('Title').fill('Rye');
    await page.getByLabel('Title').press('Enter');
    await expect(titles(page)).toBecome(['Milk', 'Rye', 'Salt']);
  });

  it.each([
    ['all rows of a list whose name is', 'קניות', true],
    ['its own row, in another list', 'Shopping', false],
  ])('stand the other way round for what is written from right to left: %s', async (_, name, isAll) => {
    const hebrew = await app.visitor.createList(name);
    for (const title of ['חלב', 'לחם 2 יחידות', 'Milk']) await app.visitor.addTodo(hebrew, title);
    const page = await open(DESK, `/lists/${hebrew}`);
    await button(page, 'Complete: חלב').click();
    await button(page, 'Reopen: חלב').waitFor();
    for (const [title, isMirrored] of [
      ['חלב', true],
      ['לחם 2 יחידות', true],
      ['Milk', isAll],
    ] as const) {
      const whole = await boxOf(row(page, title));
      const check = await boxOf(row(page, title).locator('.check'));
      const bin = await boxOf(row(page, title).locator('.remove'));
      const words = await textBoxOf(page, title);
      const fromStart = ({ x, width }: { x: number; width: number }) =>
        isMirrored ? whole.x + whole.width - x - width : x - whole.x;
      expect(fromStart(check)).toBeLessThan(10);
      expect(fromStart(bin)).toBeGreaterThan(whole.width - 60);
      // The words begin beside the mark.
      expect(fromStart(words) - fromStart(check) - check.width).toBeLessThan(10);
    }
    expect(await page.evaluate(`getComputedStyle(document.querySelector('#todos time')).direction`)).toBe(
      'ltr',
    );
  });
});
