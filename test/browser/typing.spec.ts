import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { inWorkspace } from '../support/somebody.mjs';
import { add, addField, button, createList, focused, heading, link, paste, titles } from './on-the-page.js';

describe('somebody who types, with JavaScript', () => {
  let app: AppInBrowser;
  let home: string;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    for (const title of ['Milk', 'Bread']) await app.visitor.addTodo(home, title);
    page = await app.open(`/lists/${home}`);
    page.on('dialog', (dialog) => void dialog.accept());
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const title = () => page.getByLabel('Title');
  const text = () => addField(page).inputValue();
  const selection = () =>
    page.evaluate<number[]>('[document.activeElement.selectionStart, document.activeElement.selectionEnd]');
  async function edit(name: string): Promise<void> {
    await link(page, `Edit: ${name}`).click();
    await expect(focused(page)).toBecome('Title');
  }

  describe('in an editor', () => {
    it.each(['opened in place', 'opened by its address'])(
      '%s goes on at the end of the title',
      async (how) => {
        await edit('Bread');
        if (how !== 'opened in place') await page.reload();
        await expect(selection).toBecome([5, 5]);
        await page.keyboard.type(' rolls');
        await page.keyboard.press('Enter');
        await expect(titles(page)).toBecome(['Milk', 'Bread rolls']);
      },
    );

    it('closes it with Escape, without a question while nothing was typed', async () => {
      await edit('Bread');
      await page.keyboard.press('Escape');
      await expect(titles(page)).toBecome(['Milk', 'Bread']);
      await expect(focused(page)).toBecome('Edit: Bread');
    });

    it('is asked on Escape whether to give up what was typed', async () => {
      await edit('Bread');
      await title().fill('Rye');
      await page.keyboard.press('Escape');
      await button(page, 'Keep editing').click();
      expect(await title().inputValue()).toBe('Rye');
      await expect(focused(page)).toBecome('Title');
      await page.keyboard.press('Escape');
      await button(page, 'Discard').click();
      await expect(titles(page)).toBecome(['Milk', 'Bread']);
    });

    it('presses nothing with the second half of a double click, when it is faster than the hand', async () => {
      await page.evaluate(`addEventListener('focusin', ({ target }) => {
        const [history] = target.closest('.editing')?.getElementsByTagName('a') ?? [];
        setTimeout(() => history?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 })));
      })`);
      await edit('Bread');
      await page.waitForTimeout(200);
      expect(await heading(page)()).toBe('Home');
      await link(page, 'History of this to-do').click();
      await expect(heading(page)).toBecome('History of “Bread”');
    });

    it('closes the name of a list with Escape, which a double click on it had opened', async () => {
      await page.getByRole('heading', { level: 1 }).dblclick();
      await expect(focused(page)).toBecome('Name of the list');
      await page.keyboard.press('Escape');
      await link(page, 'Rename this list').waitFor();
      await expect(heading(page)).toBecome('Home');
    });
  });

  it('is not told anything about spaces alone', async () => {
    const posts: string[] = [];
    // What is understood of a text is asked for as well.
    page.on('request', (request) => request.url().endsWith('/todos') && posts.push(request.url()));
    await add(page, '   ');
    await expect(text).toBecome('');
    await add(page, 'Tea');
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Tea']);
    expect(posts).toHaveLength(1);
  });

  describe('who pastes several lines', () => {
    const LINES = '* Tea\n\n* Honey \r\n  - Of acacias\n* A lemon';
    beforeEach(async () => {
      await addField(page).fill('Half');
      await addField(page).press('End');
      await paste(page, LINES);
    });

    it('adds a to-do for each, and keeps what was typed before', async () => {
      await button(page, 'Add 3 to-dos').click();
      await expect(titles(page)).toBecome(['Milk', 'Bread', 'Tea', 'Honey', 'A lemon']);
      expect(await page.locator('.counted').allInnerTexts()).toEqual(['0/1']);
      await button(page, 'Undo').click();
      await expect(titles(page)).toBecome(['Milk', 'Bread']);
      await expect(text).toBecome('Half');
    });

    it('puts them into one line', async () => {
      await button(page, 'Put them on one line').click();
      await expect(text).toBecome('Half* Tea * Honey - Of acacias * A lemon');
      expect(await titles(page)()).toEqual(['Milk', 'Bread']);
    });

    it('pastes nothing with Escape', async () => {
      await button(page, 'Add 3 to-dos').waitFor();
      await page.keyboard.press('Escape');
      await expect(focused(page)).toBecome('A new to-do');
      expect(await text()).toBe('Half');
    });
  });

  describe('and reloads the page', () => {
    it('finds what was typed and not sent, in each field', async () => {
      await addField(page).fill('Half a sen');
      await edit('Bread');
      await title().fill('Rye');
      await page.reload();
      await expect(text).toBecome('Half a sen');
      expect(await title().inputValue()).toBe('Rye');
    });

    it('finds no more what has been sent', async () => {
      await add(page, 'Tea');
      await expect(titles(page)).toBecome(['Milk', 'Bread', 'Tea']);
      await page.reload();
      expect(await text()).toBe('');
      await expect(titles(page)).toBecome(['Milk', 'Bread', 'Tea']);
    });

    it('finds what was refused', async () => {
      const tooLong = 'x'.repeat(241);
      await add(page, tooLong);
      await page.locator('#errors').waitFor();
      await page.reload();
      await expect(text).toBecome(tooLong);
      app.takeProblems(); // "422" is in the console
    });

    it('has sent what could not be sent before, once, and finds what was typed after it', async () => {
      await page.route('**/todos', (route) => route.abort());
      for (const words of ['Tea', 'Honey']) await add(page, words);
      await page.locator('#unsaved').waitFor();
      await addField(page).fill('Half a sen');
      await page.unroute('**/todos');
      await page.reload();
      await expect(titles(page)).toBecome(['Milk', 'Bread', 'Tea', 'Honey']);
      expect(await text()).toBe('Half a sen');
      await page.reload();
      await expect(titles(page)).toBecome(['Milk', 'Bread', 'Tea', 'Honey']);
      app.takeProblems(); // "net::ERR_FAILED" is in the console
    });

    it('or comes back from elsewhere, has sent it, too', async () => {
      await page.route('**/todos', (route) => route.abort());
      await add(page, 'Tea');
      await page.locator('#unsaved').waitFor();
      await page.unroute('**/todos');
      await page.goto(inWorkspace('/'));
      await page.getByLabel('Name of a new list').fill('Half a na');
      await page.goto(`/lists/${home}`);
      await expect(titles(page)).toBecome(['Milk', 'Bread', 'Tea']);
      app.takeProblems(); // "net::ERR_FAILED" is in the console
    });

    it('is not led to a list again that was created before', async () => {
      await link(page, 'Lists').click();
      await createList(page, 'Garden');
      await expect(heading(page)).toBecome('Garden');
      await link(page, 'Lists').click();
      await expect(heading(page)).toBecome('Your lists');
      await page.reload({ waitUntil: 'networkidle' });
      await expect(heading(page)).toBecome('Your lists');
      expect(await page.getByLabel('Name of a new list').inputValue()).toBe('');
    });
  });
});
