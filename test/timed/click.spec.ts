import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { button } from '../browser/on-the-page.js';
import { launchBrowser } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { endProcesses, startProcess } from '../support/processes.js';
import { startWeb } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';

const TODOS = 100;
const CLICKS = 20;
const ROUNDS = 3;

const titleOf = (n: number) => `Number ${n}: something that has to be done`;

interface Measured {
  readonly drawn: number;
  readonly answered: number;
}

/** Answers its path. */
async function createLongList(databaseUrl: string): Promise<string> {
  const web = await startWeb(databaseUrl);
  const visitor = new Visitor(web);
  const list = await visitor.createList('Home');
  for (let n = 1; n <= TODOS; n += 1) await visitor.post(`/lists/${list}/todos`, { title: titleOf(n) });
  await visitor.addTodo(list, 'One more, for a second page');
  await web.close();
  return `/lists/${list}`;
}

describe('the page of a list with 100 to-dos', () => {
  let database: TestDatabase;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    database = await createTestDatabase();
    // As they are built: what Jest runs is slower.
    const [web] = await Promise.all([
      startProcess('web', database.url),
      startProcess('worker', database.url),
    ]);
    browser = await launchBrowser();
    page = await browser.newPage({ baseURL: web.url });
    await page.goto(await createLongList(database.url));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await endProcesses();
    await database.drop();
  });

  it('draws the tick within 100 ms of the click, and has the answer of the server within 250 ms', async () => {
    const rounds: Measured[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(round * CLICKS));
    const drawn = rounds.map((round) => round.drawn);
    const answered = rounds.map((round) => round.answered);
    process.stderr.write(
      `From the click to the tick: ${drawn.join(', ')} ms; to the answer: ${answered.join(', ')} ms\n`,
    );
    // What else the machine does slows some of the rounds; what the app does slows all of them.
    expect(Math.min(...drawn)).toBeLessThan(100);
    expect(Math.min(...answered)).toBeLessThan(250);
  });

  /** Medians of many clicks. Measured inside the page, so that nothing of the test is in it (milliseconds). */
  async function measure(first: number): Promise<Measured> {
    await page.evaluate(`
      globalThis.times = { drawn: [], answered: [] };
      globalThis.measuring?.abort();
      globalThis.measuring = new AbortController();
      document.addEventListener('click', ({ target }) => {
        const clicked = performance.now();
        const look = () => {
          if (getComputedStyle(target).getPropertyValue('--mark') !== '1') return requestAnimationFrame(look);
          times.drawn.push(performance.now() - clicked);
        };
        requestAnimationFrame(look);
        const observer = new MutationObserver(() => {
          times.answered.push(performance.now() - clicked);
          observer.disconnect();
        });
        observer.observe(document.getElementById('todos'), { subtree: true, attributeFilter: ['class'] });
      }, { capture: true, signal: measuring.signal })`);
    for (let n = first + 1; n <= first + CLICKS; n += 1) {
      await button(page, `Complete: ${titleOf(n)}`).click();
      await button(page, `Reopen: ${titleOf(n)}`).waitFor();
    }
    const { drawn, answered } = await page.evaluate<Record<keyof Measured, number[]>>('times');
    expect([drawn.length, answered.length]).toEqual([CLICKS, CLICKS]);
    return { drawn: median(drawn), answered: median(answered) };
  }
});

function median(times: readonly number[]): number {
  return Math.round(times.toSorted((one, other) => one - other)[times.length / 2] ?? Infinity);
}
