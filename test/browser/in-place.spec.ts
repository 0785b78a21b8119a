import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { add, addField, button, createList, focused, heading, link, titles } from './on-the-page.js';

describe('with JavaScript, in place', () => {
  let app: AppInBrowser;
  let home: string;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    for (const title of ['Milk', 'Bread', 'Salt']) await app.visitor.addTodo(home, title);
    page = await app.open(`/lists/${home}`);
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  /** Lets the server answer these only once the function that comes back is called. */
  async function holdBack(url: string): Promise<() => void> {
    let answer = () => {};
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    await page.route(url, async (route) => {
      await mayAnswer;
      // Redirects are followed here, because Chromium loses one that answers what was held back.
      await route.fulfill({ response: await route.fetch() });
    });
    return answer;
  }

  it('adding leaves the focus in the field, which is empty', async () => {
    await add(page, 'Tea');
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt', 'Tea']);
    await expect(() => addField(page).inputValue()).toBecome('');
    await expect(focused(page)).toBecome('A new to-do');
  });

  it('several to-dos are added faster than the server answers, each once and in order', async () => {
    const quick = ['one', 'two', 'three', 'four', 'five'];
    const answer = await holdBack('**/todos');
    for (const title of quick) await add(page, title);
    answer();
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt', ...quick]);
    await page.reload();
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt', ...quick]);
  });

  it('completing leaves the focus on the same to-do, and trashing moves it to the next', async () => {
    await button(page, 'Complete: Bread').press('Enter');
    await expect(focused(page)).toBecome('Reopen: Bread');
    await button(page, 'Move to trash: Bread').press('Enter');
    await expect(titles(page)).toBecome(['Milk', 'Salt']);
    await expect(focused(page)).toBecome('Move to trash: Salt');
    await button(page, 'Move to trash: Salt').press('Enter');
    await expect(focused(page)).toBecome('Move to trash: Milk');
    await button(page, 'Move to trash: Milk').press('Enter');
    await expect(focused(page)).toBecome('A new to-do');
  });

  it('completing where only the open ones are shown moves the focus to the next', async () => {
    await link(page, 'Active 3').click();
    await link(page, 'Active 3').and(page.locator('[aria-current=page]')).waitFor();
    await button(page, 'Complete: Milk').press('Enter');
    await expect(titles(page)).toBecome(['Bread', 'Salt']);
    await expect(focused(page)).toBecome('Complete: Bread');
  });

  it('what is being edited stays open, with what was typed, when another to-do changes', async () => {
    await link(page, 'Edit: Bread').click();
    await page.getByLabel('Title').fill('Rye');
    await button(page, 'Complete: Milk').click();
    await button(page, 'Reopen: Milk').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Rye');
    await page.getByLabel('Title').press('Enter');
    await expect(titles(page)).toBecome(['Milk', 'Rye', 'Salt']);
  });

  it('what is being typed is not touched when an answer arrives', async () => {
    const answer = await holdBack('**/complete');
    await button(page, 'Complete: Milk').click();
    await addField(page).pressSequentially('Half a sen');
    answer();
    await button(page, 'Reopen: Milk').waitFor();
    await addField(page).pressSequentially('tence');
    expect(await addField(page).inputValue()).toBe('Half a sentence');
    await expect(focused(page)).toBecome('A new to-do');
  });

  it('a second click on Complete before the first is answered is no second command', async () => {
    const commands: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') commands.push(new URL(request.url()).pathname.split('/').at(-1) ?? '');
    });
    const answer = await holdBack('**/complete');
    await button(page, 'Complete: Milk').dblclick();
    answer();
    await button(page, 'Reopen: Milk').waitFor();
    // One thing is sent after the other: a second command would have been sent before this page is asked for.
    await link(page, 'Done 1').click();
    await expect(titles(page)).toBecome(['Milk']);
    expect(commands).toEqual(['complete']);
  });

  it('a double click on Create creates one list', async () => {
    await link(page, 'Lists').click();
    await page.getByLabel('Name of a new list').fill('Twice');
    await button(page, 'Create').dblclick();
    await expect(heading(page)).toBecome('Twice');
    await link(page, 'Lists').click();
    await link(page, 'Twice').first().waitFor();
    expect(await link(page, 'Twice').count()).toBe(1);
  });

  it('Back and Forward show the pages as they are now', async () => {
    await link(page, 'Lists').click();
    await createList(page, 'Garden');
    await expect(heading(page)).toBecome('Garden');
    await add(page, 'Rake');
    await expect(titles(page)).toBecome(['Rake']);
    await page.goBack();
    await expect(heading(page)).toBecome('Your lists');
    await app.visitor.addTodo(home, 'Tea');
    await page.goBack();
    await expect(titles(page)).toBecome(['Milk', 'Bread', 'Salt', 'Tea']);
    await page.goForward();
    await page.goForward();
    await expect(titles(page)).toBecome(['Rake']);
  });

  it('the page stays where it was scrolled to', async () => {
    for (let n = 1; n <= 30; n += 1) await app.visitor.addTodo(home, `Number ${n}`);
    await page.reload();
    await button(page, 'Complete: Number 28').scrollIntoViewIfNeeded();
    const before = await page.evaluate<number>('scrollY');
    expect(before).toBeGreaterThan(100);
    await button(page, 'Complete: Number 28').click();
    await button(page, 'Reopen: Number 28').waitFor();
    expect(await page.evaluate<number>('scrollY')).toBe(before);
  });
});
