import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { button } from '../browser/on-the-page.js';
import { launchBrowser, newPage } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { endProcesses, startProcess } from '../support/processes.js';
import { startWeb } from '../support/running-app.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { Visitor } from '../support/visitor.js';
import { median, quickestOf, ratio } from './measure.js';

const TODOS = 100;
const CLICKS = 20;
const TRIES = 20;

const titleOf = (n: number) => `Number ${n}: something that has to be done`;

/** Answers its path. */
async function createLongList(databaseUrl: string): Promise<string> {
  const web = await startWeb(databaseUrl);
  const visitor = new Visitor(web);
  const list = await visitor.createList('Home');
  for (let n = 1; n <= TODOS; n += 1) await visitor.post(`/lists/${list}/todos`, { title: titleOf(n) });
  await visitor.addTodo(list, 'One more, for a second page');
  await web.close();
  return `${WORKSPACE_PATH}/lists/${list}`;
}

describe('the page of a list with 100 to-dos', () => {
  let database: TestDatabase;
  let browser: Browser;
  let page: Page;
  /** The same without JavaScript. */
  let plain: Page;
  beforeAll(async () => {
    database = await createTestDatabase();
    // As they are built: what Jest runs is slower.
    const [web] = await Promise.all([
      startProcess('web', database.url),
      startProcess('worker', database.url),
    ]);
    browser = await launchBrowser();
    const path = await createLongList(database.url);
    page = await newPage(browser, { baseURL: web.url });
    plain = await newPage(browser, { baseURL: web.url, javaScriptEnabled: false });
    for (const each of [page, plain]) await each.goto(path);
  });
  afterAll(async () => {
    await browser.close();
    await endProcesses();
    await database.drop();
  });

  it('draws the tick in the frame after the click', async () => {
    await page.evaluate(`
      globalThis.frames = [];
      document.addEventListener('click', ({ target }) => {
        let frame = 0;
        const look = () => {
          frame += 1;
          if (getComputedStyle(target).getPropertyValue('--mark') !== '1') return requestAnimationFrame(look);
          frames.push(frame);
        };
        requestAnimationFrame(look);
      }, { capture: true })`);
    for (let n = 1; n <= CLICKS; n += 1) await complete(page, n);
    const frames = await page.evaluate<number[]>('frames');
    expect(frames).toHaveLength(CLICKS);
    expect(median(frames)).toBeLessThanOrEqual(2);
  });

  it('has the answer of the server no later than a whole page would be there', async () => {
    let [inPlace, whole] = [CLICKS, CLICKS + TRIES];
    const times = await quickestOf(
      TRIES,
      () => complete(page, (inPlace += 1)),
      () => complete(plain, (whole += 1)),
    );
    expect(ratio('From the click to the answer, in place', times)).toBeLessThan(1.5);
  });
});

async function complete(page: Page, n: number): Promise<void> {
  await button(page, `Complete: ${titleOf(n)}`).click();
  await button(page, `Reopen: ${titleOf(n)}`).waitFor();
}
