import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { button, titles } from '../browser/on-the-page.js';
import { faults } from '../browser/faults.js';
import { isOfTheCut } from '../support/browser.js';
import { countPages, SideBySide } from '../support/side-by-side.js';

describe('a page whose stream is away', () => {
  let both: SideBySide;
  let anna: Page;
  let home: string;
  beforeAll(async () => {
    both = await SideBySide.start();
  });
  beforeEach(async () => {
    home = await both.app.visitor.createList('Home');
    await both.app.visitor.addTodo(home, 'Milk');
    anna = await both.anna(`/lists/${home}`);
  });
  afterEach(() => both.app.closePages(isOfTheCut));
  afterAll(() => both.close());

  const add = (title: string) => both.app.visitor.submit(`/lists/${home}/todos`, { title });
  /** A request for the stream, with what it says of what is known already. */
  const askedFrom = async (work: () => Promise<unknown>) => {
    const [request] = await Promise.all([
      anna.waitForRequest((each) => each.url().includes('/live?')),
      work(),
    ]);
    return Number(new URL(request.url()).searchParams.get('from'));
  };
  const isStale = () => anna.locator('#stale').isVisible();
  const show = (hidden: boolean) =>
    anna.evaluate(`{
      Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }`);

  it('says since when it shows nothing new, and catches up when the browser is online again', async () => {
    await add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Eggs']);
    expect(await isStale()).toBe(false);
    await anna.context().setOffline(true);
    await expect(isStale).toBecome(true);
    const text = await anna.locator('#stale p').innerText();
    expect(text).toMatch(/^As of \d{2}:\d{2}\.$/);
    expect(await faults(anna)).toEqual([]);
    await add('Oil');
    await add('Salt');
    const asked = countPages(anna);
    await anna.context().setOffline(false);
    await expect(titles(anna)).toBecome(['Milk', 'Eggs', 'Oil', 'Salt']);
    expect(await isStale()).toBe(false);
    expect(asked()).toBe(1);
  });

  it('says it in the zone that its reader has chosen, wherever the browser is', async () => {
    const path = `/lists/${home}`;
    const there = await both.anna(path, { timezoneId: 'Asia/Kathmandu' });
    const here = await both.anna(path, { timezoneId: 'UTC' });
    const times: string[] = [];
    for (const page of [there, here]) {
      await page.clock.setFixedTime('2026-11-28T12:00:00Z');
      await page.context().setOffline(true);
      await page.locator('#stale').waitFor();
      times.push(await page.locator('#stale p').innerText());
    }
    expect(times).toEqual(['As of 12:00.', 'As of 12:00.']);
  });

  it('says so when the server cannot be reached, or refuses, and comes back by itself', async () => {
    await anna.route('**/live?*', (route) => route.fulfill({ status: 503 }));
    await anna.reload();
    await expect(isStale).toBecome(true);
    expect(await anna.locator('#stale a').innerText()).toBe('Reload');
    await add('Eggs');
    await anna.unroute('**/live?*');
    await expect(titles(anna)).toBecome(['Milk', 'Eggs']);
    expect(await isStale()).toBe(false);
    both.app.takeProblems(); // "503" is in the console
  });

  it('hears nothing while its tab is hidden, and goes on from there when it is shown again', async () => {
    const asked = countPages(anna);
    await add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Eggs']);
    const seen = await anna.locator('#main').getAttribute('data-shown');
    await show(true);
    await add('Oil');
    await add('Salt');
    // Another page has heard of it.
    const other = await both.mia(`/lists/${home}`);
    await expect(titles(other)).toBecome(['Milk', 'Eggs', 'Oil', 'Salt']);
    expect([await titles(anna)(), asked()]).toEqual([['Milk', 'Eggs'], 1]);
    expect(await askedFrom(() => show(false))).toBe(Number(seen?.split(':')[1]));
    await expect(titles(anna)).toBecome(['Milk', 'Eggs', 'Oil', 'Salt']);
    expect([asked(), await isStale()]).toEqual([2, false]);
  });

  it('does not hear of what it shows already', async () => {
    const asked = countPages(anna);
    const from = await askedFrom(() => anna.reload());
    const shown = await anna.locator('#main').getAttribute('data-shown');
    expect(from).toBe(Number(shown?.split(':')[1]));
    await add('Eggs');
    await expect(titles(anna)).toBecome(['Milk', 'Eggs']);
    expect(asked()).toBe(1);
  });

  it('misses nothing that has happened between the page and its stream', async () => {
    await anna.route('**/live?*', async (route) => {
      await add('Eggs');
      await route.continue();
    });
    await anna.reload();
    await expect(titles(anna)).toBecome(['Milk', 'Eggs']);
  });

  it('is asked for again when too much was missed to be told', async () => {
    await anna.route('**/live?*', async (route) => {
      const { path } = await add('Eggs');
      const [, position] = /seen=\d+(?::|%3A)(\d+)/.exec(path) ?? [];
      const body = `id: ${position}\nevent: reload\ndata: {}\n\n`;
      await route.fulfill({ contentType: 'text/event-stream', body });
    });
    await anna.reload();
    await expect(titles(anna)).toBecome(['Milk', 'Eggs']);
  });

  it('does not come back when its reader may not see it any more, and says since when it is', async () => {
    let streams = 0;
    await anna.route('**/live?*', async (route) => {
      streams += 1;
      await route.fulfill({ contentType: 'text/event-stream', body: 'event: gone\ndata: {}\n\n' });
    });
    await anna.reload();
    await expect(isStale).toBecome(true);
    await show(true);
    await show(false);
    expect(streams).toBe(1);
  });

  it('asks for one page at a time, however many changes it hears of', async () => {
    let open = 0;
    let most = 0;
    await anna.route(`**/lists/${home}?seen=*`, async (route) => {
      open += 1;
      most = Math.max(most, open);
      await route.continue();
      open -= 1;
    });
    const asked = countPages(anna);
    const all = Array.from({ length: 40 }, (_, n) => `Number ${n}`);
    for (const title of all) await both.app.visitor.post(`/lists/${home}/todos`, { title });
    await expect(titles(anna)).toBecome(['Milk', ...all]);
    expect(most).toBe(1);
    expect(asked()).toBeLessThan(40);
  });

  it('does not take what was older than what its reader has done meanwhile', async () => {
    // The answer reaches the page only after it has been let go.
    await anna.evaluate(`{
      const { fetch } = globalThis;
      const isFree = new Promise((resolve) => (globalThis.letGo = resolve));
      globalThis.fetch = async (...args) => {
        const answer = await fetch(...args);
        if (String(args[0]).includes('seen=')) await isFree;
        return answer;
      };
    }`);
    const isAnswered = anna.waitForResponse(`**/lists/${home}?seen=*`);
    await add('Eggs');
    await isAnswered;
    await button(anna, 'Complete: Milk').click();
    await button(anna, 'Reopen: Milk').waitFor();
    await anna.evaluate('letGo()');
    await add('Oil');
    await expect(titles(anna)).toBecome(['Milk', 'Eggs', 'Oil']);
    expect(await button(anna, 'Reopen: Milk').count()).toBe(1);
  });
});
