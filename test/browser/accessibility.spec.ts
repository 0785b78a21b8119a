import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AppInBrowser, isOfTheCut } from '../support/browser.js';
import { faults } from './faults.js';
import { add, button, createList, focused, link, paste } from './on-the-page.js';

const LONG = { word: 'Long'.repeat(60), words: 'A very long title '.repeat(13).trim() };
const TOO_LONG = 'x'.repeat(241);
const LOOKS = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const;

/** Of lists and to-dos, in every state; how each page of the app looks when it is opened is in every-page.spec.ts. */
describe('every page', () => {
  let app: AppInBrowser;
  let list: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const look = (path: string, [colorScheme, width]: (typeof LOOKS)[number]) =>
    app.open(path, { colorScheme, viewport: { width, height: 800 } });

  it.each(LOOKS)('is accessible and fits while there is nothing, %s and %i px wide', async (...how) => {
    const page = await look('/', how);
    expect({ lists: await faults(page) }).toEqual({ lists: [] });
    await page.goto('/trash');
    expect({ trash: await faults(page) }).toEqual({ trash: [] });
  });

  describe('with long titles', () => {
    let paths: Readonly<Record<string, string>>;
    beforeAll(async () => {
      const { visitor } = app;
      list = await visitor.createList(LONG.words);
      const done = await visitor.addTodo(list, 'Milk');
      const long = await visitor.addTodo(list, LONG.words);
      await visitor.addTodo(list, LONG.word);
      await visitor.submit(`/todos/${done}/complete`);
      await visitor.submit(`/todos/${await visitor.addTodo(list, LONG.word)}/remove`);
      const removed = await visitor.createList(LONG.word);
      await visitor.submit(`/lists/${removed}/remove`);
      const empty = await visitor.createList(LONG.word);
      const asOf = new Date().toISOString();
      paths = {
        lists: '/',
        list: `/lists/${list}`,
        'empty list': `/lists/${empty}`,
        'list in the trash': `/lists/${removed}`,
        'done to-dos': `/lists/${list}?show=done`,
        'list being renamed': `/lists/${list}?edit=list`,
        'to-do being edited': `/lists/${list}?edit=${long}`,
        trash: '/trash',
        'history of a list': `/lists/${list}/history`,
        'history of a to-do': `/todos/${long}/history`,
        'end of a history': `/lists/${list}/history?before=1`,
        'list as it was': `/lists/${list}?asOf=${asOf}`,
        'empty list as it was': `/lists/${empty}?asOf=${asOf}`,
        'time that is none': `/lists/${list}?asOf=nonsense`,
        'page not found': '/nowhere',
      };
    });

    it.each(LOOKS)('is accessible and fits, %s and %i px wide', async (...how) => {
      const page = await look('/', how);
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(path);
        expect({ [name]: await faults(page) }).toEqual({ [name]: [] });
      }
      app.takeProblems(); // "404" and "422" are in the console
    });

    it.each(LOOKS)('is accessible and fits with a refused form, %s and %i px wide', async (...how) => {
      const page = await look('/', how);
      await createList(page, TOO_LONG);
      await page.locator('#errors').waitFor();
      expect({ lists: await faults(page) }).toEqual({ lists: [] });
      await page.goto(`/lists/${list}?edit=list`);
      await page.getByLabel('Name of the list').fill(TOO_LONG);
      await button(page, 'Save').click();
      await page.locator('#errors').waitFor();
      expect({ list: await faults(page) }).toEqual({ list: [] });
      app.takeProblems(); // "422" is in the console
    });

    it.each(LOOKS)('is accessible and fits with something to undo, %s and %i px wide', async (...how) => {
      const page = await look(`/lists/${list}`, how);
      await link(page, `Edit: ${LONG.word}`).click();
      await button(page, 'Move to trash').click();
      await button(page, 'Undo').waitFor();
      expect(await faults(page)).toEqual([]);
      await button(page, 'Undo').click();
      await link(page, `Edit: ${LONG.word}`).waitFor();
    });

    it.each(LOOKS)(
      'is accessible and fits with two texts to choose from, %s and %i px wide',
      async (...how) => {
        const page = await look(`/lists/${list}?edit=list`, how);
        const name = page.getByLabel('Name of the list');
        const from = await name.inputValue();
        await name.fill(LONG.word);
        await app.visitor.submit(`/lists/${list}/rename`, {
          name: `${LONG.words} ${how.join()}`.slice(-240),
          from,
        });
        await button(page, 'Save').click();
        await button(page, 'Use mine').waitFor();
        expect(await faults(page)).toEqual([]);
        app.takeProblems(); // "409" is in the console
      },
    );

    it.each(LOOKS)(
      'is accessible and fits while something waits or is asked, %s and %i px wide',
      async (...how) => {
        const page = await look(`/lists/${list}`, how);
        await page.route('**/todos', (route) => route.abort());
        await add(page, LONG.word.slice(0, 200));
        await page.locator('#unsaved').waitFor();
        expect({ pending: await faults(page) }).toEqual({ pending: [] });
        await paste(page, 'Tea\nHoney');
        await button(page, 'Add 2 to-dos').waitFor();
        expect({ question: await faults(page) }).toEqual({ question: [] });
        await app.closePages(isOfTheCut);
      },
    );

    it('leads from what was refused to its field', async () => {
      const page = await app.open(`/lists/${list}`);
      await add(page, TOO_LONG);
      await expect(focused(page)).toBecome('There is a problem');
      await page.locator('#errors a').click();
      await expect(focused(page)).toBecome('A new to-do');
      app.takeProblems(); // "422" is in the console
    });
  });

  it('is found out when it is not accessible, or does not fit', async () => {
    const page = await app.open('/');
    await page.evaluate('document.documentElement.removeAttribute("lang")');
    expect(await faults(page)).toEqual(['html-has-lang: html']);
    await page.evaluate('document.body.style.minWidth = "2000px"; document.documentElement.lang = "en"');
    expect(await faults(page)).toContain('wider than the window');
  });
});
