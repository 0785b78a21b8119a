import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { button } from '../browser/on-the-page.js';
import { AppInBrowser } from '../support/browser.js';

const TODOS = 100;
const CLICKS = 20;
const ROUNDS = 3;

const titleOf = (n: number) => `Number ${n}: something that has to be done`;

describe('the page of a list with 100 to-dos', () => {
  let app: AppInBrowser;
  let path: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    const list = await app.visitor.createList('Home');
    for (let n = 1; n <= TODOS; n += 1) {
      await app.visitor.post(`/lists/${list}/todos`, { title: titleOf(n) });
    }
    await app.visitor.addTodo(list, 'One more, for a second page');
    path = `/lists/${list}`;
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it('shows a change within 100 ms of the click', async () => {
    const page = await app.open(path);
    const medians = [];
    for (let round = 0; round < ROUNDS; round += 1) medians.push(await measure(page, round * CLICKS));
    process.stderr.write(
      `From the click to the change: ${medians.map((ms) => ms.toFixed(0)).join(', ')} ms\n`,
    );
    // What else the machine does slows some of the rounds; what the app does slows all of them.
    expect(Math.min(...medians)).toBeLessThan(100);
  });

  /** The median of many clicks. Measured inside the page, so that nothing of the test is in it (milliseconds). */
  async function measure(page: Page, first: number): Promise<number> {
    await page.evaluate(`
      globalThis.times = [];
      globalThis.measuring?.abort();
      globalThis.measuring = new AbortController();
      document.addEventListener('click', () => {
        const clicked = performance.now();
        const observer = new MutationObserver(() => {
          times.push(performance.now() - clicked);
          observer.disconnect();
        });
        observer.observe(document.getElementById('todos'), { subtree: true, attributeFilter: ['class'] });
      }, { capture: true, signal: measuring.signal })`);
    for (let n = first + 1; n <= first + CLICKS; n += 1) {
      await button(page, `Complete: ${titleOf(n)}`).click();
      await button(page, `Reopen: ${titleOf(n)}`).waitFor();
    }
    const times = await page.evaluate<number[]>('times');
    expect(times).toHaveLength(CLICKS);
    return times.toSorted((one, other) => one - other)[CLICKS / 2] ?? Infinity;
  }
});
