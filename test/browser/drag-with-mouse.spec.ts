import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { todosOn } from '../support/visitor.js';
import { handle, heldRow, middleOf, opacityOf, steps } from './dragging.js';
import { button, focused, link, titles } from './on-the-page.js';

const TITLES = ['Milk', 'Bread', 'Salt', 'Tea'];

describe('dragging a to-do with a mouse', () => {
  let app: AppInBrowser;
  let home: string;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    for (const title of TITLES) await app.visitor.addTodo(home, title);
    page = await app.open(`/lists/${home}`);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const idOf = async (title: string) =>
    todosOn((await app.visitor.open(`/lists/${home}`)).text).find((todo) => todo.title === title)?.id ?? '';
  const saved = () => app.visitor.titles(home);
  const addMany = async () => {
    const form = (n: number) => [`/lists/${home}/todos`, { title: `Number ${n}` }] as const;
    for (let n = 1; n < 20; n += 1) await app.visitor.post(...form(n));
    await app.visitor.submit(...form(20));
    await page.reload();
  };

  const grasp = async (title: string) => {
    const { x, y } = await middleOf(handle(page, title));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await heldRow(page).waitFor();
    return { x, y };
  };

  it('drops it between two others, says so, and undoes it', async () => {
    const { x } = await grasp('Tea');
    await page.mouse.move(x, (await middleOf(handle(page, 'Bread'))).y - 8, { steps: 5 });
    await expect(steps(page)).toBecome('2 of 4');
    await page.mouse.up();
    await expect(titles(page)).toBecome(['Milk', 'Tea', 'Bread', 'Salt']);
    await button(page, 'Undo').waitFor();
    expect(await page.locator('#did p').textContent()).toContain('was moved up.');
    expect(await focused(page)()).toBe('Move: Tea');
    expect(await saved()).toEqual(['Milk', 'Tea', 'Bread', 'Salt']);
    await button(page, 'Undo').click();
    await expect(titles(page)).toBecome(TITLES);
  });

  it('to the top and to the end, one after the other, while the server is slow', async () => {
    let answer = () => {};
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/move', async (route) => {
      await mayAnswer;
      await route.fulfill({ response: await route.fetch() });
    });
    const drag = async (title: string, to: string, by: number) => {
      const { x } = await grasp(title);
      await page.mouse.move(x, (await middleOf(handle(page, to))).y + by, { steps: 3 });
      await page.mouse.up();
    };
    await drag('Tea', 'Milk', -12);
    await drag('Milk', 'Salt', 12);
    await drag('Tea', 'Milk', 12);
    await drag('Tea', 'Bread', -12);
    await expect(titles(page)).toBecome(['Tea', 'Bread', 'Salt', 'Milk']);
    answer();
    await expect(saved).toBecome(['Tea', 'Bread', 'Salt', 'Milk']);
    await page.unrouteAll({ behavior: 'wait' });
    await expect(titles(page)).toBecome(['Tea', 'Bread', 'Salt', 'Milk']);
  });

  it('sends nothing when it is let go where it was, or put back with Escape', async () => {
    const posts: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
    await grasp('Milk');
    await page.mouse.up();
    await expect(steps(page)).toBecome('Dropped, 1 of 4');
    const { x } = await grasp('Milk');
    await page.mouse.move(x, (await middleOf(handle(page, 'Salt'))).y, { steps: 3 });
    await expect(steps(page)).toBecome('3 of 4');
    await page.keyboard.press('Escape');
    await expect(steps(page)).toBecome('Back where it was');
    await page.mouse.up();
    expect(await titles(page)()).toEqual(TITLES);
    expect(await page.locator('.dragging, .dragged').count()).toBe(0);
    expect(posts).toEqual([]);
  });

  it('shifts nothing: rows are where they were, and are drawn elsewhere', async () => {
    await page.evaluate(`new PerformanceObserver((list) => {
      globalThis.shifts = (globalThis.shifts ?? 0) + list.getEntries().reduce((sum, { value }) => sum + value, 0);
    }).observe({ type: 'layout-shift', buffered: true })`);
    const { x } = await grasp('Milk');
    await page.mouse.move(x, (await middleOf(handle(page, 'Tea'))).y, { steps: 8 });
    await expect(steps(page)).toBecome('4 of 4');
    expect(await page.evaluate('globalThis.shifts ?? 0')).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('goes on in the hand while another answer changes the page', async () => {
    let answer = () => {};
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/complete', async (route) => {
      await mayAnswer;
      await route.fulfill({ response: await route.fetch() });
    });
    await button(page, 'Complete: Milk').click();
    const { x } = await grasp('Tea');
    await page.mouse.move(x, (await middleOf(handle(page, 'Bread'))).y - 8, { steps: 3 });
    answer();
    await button(page, 'Reopen: Milk').waitFor();
    expect(await heldRow(page).count()).toBe(1);
    // Measured by the row above, which stands still: those that it passes move out of its way.
    await page.mouse.move(x, (await middleOf(handle(page, 'Milk'))).y + 36, { steps: 3 });
    await page.mouse.up();
    await expect(saved).toBecome(['Milk', 'Tea', 'Bread', 'Salt']);
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('goes back, and the page says why, when what it was put behind is gone meanwhile', async () => {
    // Nobody tells the page.
    await page.route('**/live?*', (route) => route.fulfill({ status: 503 }));
    await page.reload();
    await app.visitor.submit(`/todos/${await idOf('Bread')}/remove`);
    const { x } = await grasp('Milk');
    await page.mouse.move(x, (await middleOf(handle(page, 'Bread'))).y + 4, { steps: 3 });
    await page.mouse.up();
    await expect(() => page.locator('#did p').innerText()).toBecome(
      '“\u2068Milk\u2069”: What stood beside this to-do is not there any more. Nothing was moved.',
    );
    expect(await titles(page)()).toEqual(['Milk', 'Salt', 'Tea']);
    expect(await focused(page)()).toBe('Move: Milk');
    app.takeProblems(); // "422" and "503" are in the console
  });

  it('scrolls the page near its ends', async () => {
    await addMany();
    await page.setViewportSize({ width: 800, height: 500 });
    const { x } = await grasp('Milk');
    await page.mouse.move(x, 490, { steps: 3 });
    await expect(steps(page)).toBecome('24 of 24');
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(400);
    await page.mouse.move(x, 10, { steps: 3 });
    await expect(steps(page)).toBecome('1 of 24');
    await page.mouse.up();
  });

  it('has a handle that shows where the mouse is, and where the focus is', async () => {
    const opacity = () => opacityOf(handle(page, 'Bread'));
    expect(await opacity()).toBe('0');
    await link(page, 'Edit: Bread').hover();
    expect(await opacity()).toBe('1');
    await page.mouse.move(0, 0);
    await handle(page, 'Bread').focus();
    expect(await opacity()).toBe('1');
    const { width = 0, height = 0 } = (await handle(page, 'Bread').boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  });
});
