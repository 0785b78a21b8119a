import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { endProcesses, startProcess } from '../support/processes.js';
import './to-become.js';

const KIBIBYTE = 1024;
const TODOS = 100;

describe('the page of a list with 100 to-dos', () => {
  let app: AppInBrowser;
  let path: string;
  /** What people get is what was built: there, scripts are without their comments. */
  let built: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    const list = await app.visitor.createList('Home');
    for (let n = 1; n <= TODOS; n += 1) {
      await app.visitor.post(`/lists/${list}/todos`, { title: `Number ${n}: something that has to be done` });
    }
    await app.visitor.addTodo(list, 'One more, for a second page');
    path = `/lists/${list}`;
    built = (await startProcess('web', app.databaseUrl)).url;
  });
  afterEach(() => app.closePages());
  afterAll(endProcesses);
  afterAll(() => app.close());

  /** What the server sends while a page is opened: bytes with headers, by the kind of file. */
  async function weigh(page: Page): Promise<{ all: number; script: number; style: number }> {
    const responses: Response[] = [];
    page.on('response', (response) => {
      // The stream is never at its end.
      if (response.request().resourceType() !== 'eventsource') responses.push(response);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const sizes = await Promise.all(
      responses.map(async (response) => {
        const { responseBodySize, responseHeadersSize } = await response.request().sizes();
        return { kind: response.request().resourceType(), bytes: responseBodySize + responseHeadersSize };
      }),
    );
    const sum = (kind?: string) =>
      sizes
        .filter((size) => kind === undefined || size.kind === kind)
        .reduce((all, { bytes }) => all + bytes, 0);
    return { all: sum(), script: sum('script'), style: sum('stylesheet') };
  }

  it('weighs at most 40 KiB, 12 of them scripts and 10 styles', async () => {
    const page = await app.open('/health', { baseURL: built });
    const { all, script, style } = await weigh(page);
    expect(await page.locator('#todos > li').count()).toBe(TODOS);
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThanOrEqual(12 * KIBIBYTE);
    expect(style).toBeGreaterThan(0);
    expect(style).toBeLessThanOrEqual(10 * KIBIBYTE);
    expect(all).toBeLessThanOrEqual(40 * KIBIBYTE);
  });

  it('needs no file a second time', async () => {
    const page = await app.open(path);
    const sent = () =>
      page.evaluate<string[]>(`[...new Set(performance.getEntriesByType('resource')
        .filter(({ transferSize }) => transferSize > 0).map(({ name }) => name.split('.').at(-1)))].sort()`);
    await expect(sent).toBecome(['css', 'js', 'svg']);
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await sent()).toEqual([]);
  });

  it('has no script or style inside', async () => {
    const page = await app.open(path);
    expect(await page.locator('script:not([src]), style, [style]').count()).toBe(0);
    expect(
      await page.evaluate(`[...document.querySelectorAll('*')].flatMap((node) => node.getAttributeNames())
        .filter((name) => name.startsWith('on'))`),
    ).toEqual([]);
  });

  it('lets no other script in, and a test hears of one', async () => {
    const page = await app.open(path);
    await page.evaluate(`document.head.append(Object.assign(document.createElement('script'),
      { textContent: 'globalThis.hasRun = true' }))`);
    await expect(async () => app.takeProblems().join().includes('Content Security Policy')).toBecome(true);
    expect(await page.evaluate('globalThis.hasRun')).toBeUndefined();
  });
});
