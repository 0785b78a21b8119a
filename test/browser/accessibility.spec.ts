import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { add, button } from './on-the-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LONG = { word: 'Long'.repeat(60), words: 'A very long title '.repeat(13).trim() };

/** What axe-core finds, each as a rule and where it is broken. */
async function violations(page: Page): Promise<string[]> {
  // Into a world of its own, since the page itself lets no script in.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const expression = `${axe}; axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => id + ': ' + target.join(' '))))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (!Array.isArray(result.value)) throw new Error(`axe-core did not run: ${result.description}`);
  return result.value.map(String);
}

/** Pixels by which the page is wider than its window; the room that is kept for a scroll bar counts as window. */
const overflow = (page: Page) =>
  page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );

describe('every page', () => {
  let app: AppInBrowser;
  const paths = new Map<string, string>([['no lists', '/']]);
  const visit = async (page: Page, name: string) => page.goto(paths.get(name) ?? '');

  beforeAll(async () => {
    app = await AppInBrowser.start();
    paths.set('empty trash', '/trash');
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const fill = async () => {
    const { visitor } = app;
    const list = await visitor.createList('Home');
    const [done, long] = [await visitor.addTodo(list, 'Milk'), await visitor.addTodo(list, LONG.words)];
    await visitor.addTodo(list, LONG.word);
    await visitor.submit(`/todos/${done}/complete`);
    await visitor.submit(`/todos/${await visitor.addTodo(list, 'Old')}/remove`);
    await visitor.submit(`/lists/${await visitor.createList(LONG.word)}/remove`);
    const empty = await visitor.createList(LONG.words);
    const pages = {
      lists: '/',
      list: `/lists/${list}`,
      'empty list': `/lists/${empty}`,
      'done to-dos': `/lists/${list}?show=done`,
      'list being renamed': `/lists/${list}?edit=list`,
      'to-do being edited': `/lists/${list}?edit=${long}`,
      trash: '/trash',
      'page not found': '/nowhere',
    };
    for (const [name, path] of Object.entries(pages)) paths.set(name, path);
    return Object.keys(pages);
  };

  const LOOKS = [
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const;

  it.each(LOOKS)('is accessible and not too wide while empty, %s and %i px wide', async (scheme, width) => {
    const page = await app.open('/', { colorScheme: scheme, viewport: { width, height: 800 } });
    for (const name of ['no lists', 'empty trash']) {
      await visit(page, name);
      expect({ name, violations: await violations(page), overflow: await overflow(page) }).toEqual({
        name,
        violations: [],
        overflow: 0,
      });
    }
  });

  it('is accessible and not too wide when full, in every look', async () => {
    const names = await fill();
    for (const [colorScheme, width] of LOOKS) {
      const page = await app.open('/', { colorScheme, viewport: { width, height: 800 } });
      for (const name of names) {
        await visit(page, name);
        const found = { violations: await violations(page), overflow: await overflow(page) };
        expect({ name, colorScheme, width, ...found }).toEqual({
          name,
          colorScheme,
          width,
          violations: [],
          overflow: 0,
        });
      }
      app.takeProblems(); // "404" is in the console
    }
  }, 60_000);

  it('is found out when it is not accessible', async () => {
    const page = await app.open('/');
    await page.evaluate('document.documentElement.removeAttribute("lang")');
    expect(await violations(page)).toEqual(['html-has-lang: html']);
  });

  it('is accessible with a form that was refused, and leads to the field', async () => {
    const page = await app.open(paths.get('list') ?? '', { javaScriptEnabled: true });
    await add(page, 'x'.repeat(241));
    await page.locator('#errors').waitFor();
    expect(await violations(page)).toEqual([]);
    await expect(() => page.evaluate<string>('document.activeElement.id')).toBecome('errors');
    await page.locator('#errors a').click();
    await expect(() => page.evaluate<string>('document.activeElement.id')).toBecome('add');
    app.takeProblems(); // "422" is in the console
  });

  it('is accessible with something to undo', async () => {
    const page = await app.open(paths.get('list') ?? '');
    await button(page, 'Move to trash: Milk').click();
    await button(page, 'Undo').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
