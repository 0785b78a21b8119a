import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { add, addField, button, paste, titles } from './on-the-page.js';

describe('while the server does not answer', () => {
  let app: AppInBrowser;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const pending = () => page.locator('#todos > [aria-busy=true] .title').allTextContents();
  const isUnsaved = () => page.locator('#unsaved').isVisible();

  describe.each([
    ['an empty list', []],
    ['a list', ['Milk', 'Bread']],
  ])('what is added to %s', (_, there: readonly string[]) => {
    beforeEach(async () => {
      const home = await app.visitor.createList('Home');
      for (const title of there) await app.visitor.addTodo(home, title);
      page = await app.open(`/lists/${home}`);
    });

    it('is seen at once as pending, until the server has it', async () => {
      let answer = () => {};
      const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
      await page.route('**/todos', async (route) => {
        await mayAnswer;
        await route.fulfill({ response: await route.fetch() });
      });
      for (const title of ['Tea', '<b>Honey</b>']) await add(page, title);
      await expect(pending).toBecome(['Tea', '<b>Honey</b>']);
      expect(await titles(page)()).toEqual(there);
      answer();
      await expect(titles(page)).toBecome([...there, 'Tea', '<b>Honey</b>']);
      expect(await pending()).toEqual([]);
    });

    it('may be the same text twice: what was typed again is meant', async () => {
      let answer = () => {};
      const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
      await page.route('**/todos', async (route) => {
        await mayAnswer;
        await route.fulfill({ response: await route.fetch() });
      });
      for (const title of ['Tea', 'Honey', 'Tea']) await add(page, title);
      await page.keyboard.press('Enter'); // without typing: the same once more is not meant
      await expect(pending).toBecome(['Tea', 'Honey', 'Tea']);
      answer();
      await expect(titles(page)).toBecome([...there, 'Tea', 'Honey', 'Tea']);
      expect(await pending()).toEqual([]);
    });

    it('is on its way once, though something else was answered before it was asked for again', async () => {
      let answer = () => {};
      const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
      await page.route('**/todos', async (route) => {
        if (route.request().postData()?.includes('Honey') === true) await mayAnswer;
        await route.fulfill({ response: await route.fetch() });
      });
      for (const title of ['Tea', 'Honey']) await add(page, title);
      await expect(titles(page)).toBecome([...there, 'Tea']);
      await page.keyboard.press('Enter');
      await add(page, 'Jam');
      await expect(pending).toBecome(['Honey', 'Jam']);
      answer();
      await expect(titles(page)).toBecome([...there, 'Tea', 'Honey', 'Jam']);
    });

    it('leaves alone the same text that is being typed once more when it is answered', async () => {
      let answer = () => {};
      const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
      await page.route('**/todos', async (route) => {
        await mayAnswer;
        await route.fulfill({ response: await route.fetch() });
      });
      await add(page, 'Tea');
      await addField(page).fill('Tea');
      answer();
      await expect(titles(page)).toBecome([...there, 'Tea']);
      expect(await addField(page).inputValue()).toBe('Tea');
      await addField(page).press('Enter');
      await expect(titles(page)).toBecome([...there, 'Tea', 'Tea']);
      await expect(() => addField(page).inputValue()).toBecome('');
    });

    it('does not hide the same text that was typed once more, and is there after a reload', async () => {
      await page.route('**/todos', (route) => route.abort());
      await add(page, 'Tea');
      await addField(page).fill('Tea');
      await expect(isUnsaved).toBecome(true);
      await page.unroute('**/todos');
      page.on('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await expect(titles(page)).toBecome([...there, 'Tea']);
      expect(await addField(page).inputValue()).toBe('Tea');
      await addField(page).press('Enter');
      await expect(titles(page)).toBecome([...there, 'Tea', 'Tea']);
      app.takeProblems(); // "net::ERR_FAILED" is in the console
    });

    it('may be the same line twice, when several were pasted, also across a reload', async () => {
      await page.route('**/todos/lines', (route) => route.abort());
      await paste(page, 'Tea\nHoney\nTea');
      await button(page, 'Add 3 to-dos').click();
      await expect(pending).toBecome(['Tea', 'Honey', 'Tea']);
      await expect(isUnsaved).toBecome(true);
      await page.unroute('**/todos/lines');
      page.on('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await expect(titles(page)).toBecome([...there, 'Tea', 'Honey', 'Tea']);
      app.takeProblems(); // "net::ERR_FAILED" is in the console
    });

    it('stays pending, is tried again ever more rarely, and is saved without a click', async () => {
      const tries: number[] = [];
      await page.route('**/todos', async (route) => {
        tries.push(Date.now());
        if (tries.length < 4) await route.abort();
        else await route.fulfill({ response: await route.fetch() });
      });
      await add(page, 'Tea');
      await expect(isUnsaved).toBecome(true);
      expect(await page.locator('#unsaved p').innerText()).toContain('This page keeps trying.');
      expect(await pending()).toEqual(['Tea']);
      await page.locator('#todos > li[id]', { hasText: 'Tea' }).waitFor({ timeout: 15_000 });
      await expect(isUnsaved).toBecome(false);
      const pauses = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
      expect(pauses).toHaveLength(3);
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
      app.takeProblems(); // "net::ERR_FAILED" is in the console
    });
  });
});
