import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { button, link, titles } from './on-the-page.js';
import './to-become.js';

const NOTE = '# Which one\n\n- [x] the *blue* one\n- [ ] https://example.org/peas';

const field = (page: Page) => page.getByRole('textbox', { name: 'Note' });
const sign = (page: Page) => page.locator('#todos').getByRole('img', { name: 'Has a note' });

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('the note on a to-do, %s', (_, javaScriptEnabled) => {
  let app: AppInBrowser;
  let page: Page;
  let home: string;
  let milk: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    milk = await app.visitor.addTodo(home, 'Milk');
    page = await app.open(`/lists/${home}`, { javaScriptEnabled });
    await link(page, 'Edit: Milk').click();
    await page.getByText('Write a note').click();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it('is written, read, changed and taken away, and comes back', async () => {
    await field(page).fill(NOTE);
    await button(page, 'Save the note').click();
    await sign(page).waitFor();
    await link(page, 'Edit: Milk').click();
    const shown = page.getByRole('region', { name: 'Note' });
    expect(await shown.getByRole('heading', { level: 2 }).innerText()).toBe('Which one');
    expect(await shown.getByRole('img', { name: 'Done', exact: true }).count()).toBe(1);
    expect(await shown.getByRole('link').getAttribute('rel')).toBe('noopener noreferrer nofollow');
    await page.getByText('Change the note').click();
    expect(await field(page).inputValue()).toBe(NOTE);
    await field(page).fill('');
    await button(page, 'Save the note').click();
    await expect(() => page.locator('#did p').innerText()).toBecome(
      '“\u2068Milk\u2069” has no note any more.',
    );
    await expect(() => sign(page).count()).toBecome(0);
    await button(page, 'Undo').click();
    await sign(page).waitFor();
    await expect(titles(page)).toBecome(['Milk']);
  });

  it('that begins with an empty line or spaces is the same after it was looked at', async () => {
    await field(page).fill('\n\n    code\n\nend');
    await button(page, 'Save the note').click();
    await sign(page).waitFor();
    await link(page, 'Edit: Milk').click();
    await page.getByText('Change the note').click();
    expect(await field(page).inputValue()).toBe('    code\n\nend');
    await button(page, 'Save the note').click();
    await expect(() => page.locator('#did p, #notice p').first().innerText()).toBecome(
      'That was so already. Nothing has changed.',
    );
  });

  it('that is too long is kept as it was typed, with how much it is too long', async () => {
    const typed = `${'pea '.repeat(2_500)}pod`;
    await field(page).fill(typed);
    await button(page, 'Save the note').click();
    await page
      .locator('.field-error')
      .getByText('That is too long for a note, by 3 characters. Keep it to 10,000 characters.')
      .waitFor();
    app.takeProblems(); // "422" is in the console
    expect(await field(page).isVisible()).toBe(true);
    expect(await field(page).inputValue()).toBe(typed);
    await field(page).fill('pod');
    await button(page, 'Save the note').click();
    await sign(page).waitFor();
  });

  it('may be as long as it can be, whatever its characters are', async () => {
    await field(page).fill('🫘'.repeat(10_000));
    await button(page, 'Save the note').click();
    await expect(() => sign(page).count()).toBecome(1);
  });

  it('is shown to the second of two people as it was, as it is and as they wrote it', async () => {
    await app.visitor.submit(`/todos/${milk}/note`, { note: 'Two', from: '0' });
    await app.visitor.submit(`/todos/${milk}/note`, { note: 'Three\nor *four*', from: '2' });
    const second = await app.open(`/lists/${home}?edit=${milk}`, { javaScriptEnabled });
    await second.getByText('Change the note').click();
    await field(second).fill('Five');
    await app.visitor.submit(`/todos/${milk}/note`, { note: '', from: '3' });
    await button(second, 'Save the note').click();
    await button(second, 'Use mine').waitFor();
    app.takeProblems(); // "409" is in the console
    expect(await second.locator('#conflict dd').allInnerTexts()).toEqual(['Three\nor *four*', 'Nothing']);
    expect(await second.getByLabel('You typed').inputValue()).toBe('Five');
    await second.getByLabel('You typed').fill('Five\nand six');
    await button(second, 'Use mine').click();
    await sign(second).waitFor();
    await link(second, 'Edit: Milk').click();
    expect(await second.locator('.prose').innerText()).toBe('Five\nand six');
  });
});

describe('a note that is being written', () => {
  let app: AppInBrowser;
  let page: Page;
  let home: string;
  let milk: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    home = await app.visitor.createList('Home');
    milk = await app.visitor.addTodo(home, 'Milk');
    page = await app.open(`/lists/${home}`);
    await link(page, 'Edit: Milk').click();
    await page.getByText('Write a note').click();
    await field(page).fill('Two\nbottles');
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it('stays while others change the list, and is theirs to be told of when they write one too', async () => {
    await app.visitor.addTodo(home, 'Bread');
    await app.visitor.submit(`/todos/${milk}/note`, { note: 'Three', from: '0' });
    await expect(titles(page)).toBecome(['Bread']);
    expect(await field(page).inputValue()).toBe('Two\nbottles');
    await button(page, 'Save the note').click();
    await expect(() => page.locator('#conflict dd').allInnerTexts()).toBecome(['Three']);
    app.takeProblems(); // "409" is in the console
    expect(await page.getByLabel('You typed').inputValue()).toBe('Two\nbottles');
  });

  it('stays when another form of the editor is sent', async () => {
    await button(page, 'High').click();
    await page.locator('#did').waitFor();
    expect(await field(page).inputValue()).toBe('Two\nbottles');
    expect(await field(page).isVisible()).toBe(true);
    await button(page, 'Save the note').click();
    await sign(page).waitFor();
  });

  it('is there after a reload, and asked about before it is thrown away', async () => {
    await page.reload();
    expect(await field(page).isVisible()).toBe(true);
    expect(await field(page).inputValue()).toBe('Two\nbottles');
    await field(page).press('Escape');
    await button(page, 'Keep editing').click();
    expect(await field(page).inputValue()).toBe('Two\nbottles');
  });

  it('is saved when the server answers again', async () => {
    await page.context().setOffline(true);
    await button(page, 'Save the note').click();
    await page.getByText('is not saved yet').waitFor();
    await page.context().setOffline(false);
    await expect(() => sign(page).count()).toBecome(1);
    app.takeProblems(); // that it was offline is in the console
  });
});
