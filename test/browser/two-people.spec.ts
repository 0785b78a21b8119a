import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { button, focused, heading, link, titles } from './on-the-page.js';

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('two people who rename the same thing, %s', (_, javaScriptEnabled) => {
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
    await page.getByLabel('Title').fill('Oat milk');
    await app.visitor.submit(`/todos/${milk}/rename`, { title: 'Rice', from: 'Milk' });
    await button(page, 'Save').click();
    await button(page, 'Use mine').waitFor();
    app.takeProblems(); // "409" is in the console
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it('the second one sees what it was, what it is and what was typed, and can use that', async () => {
    await expect(focused(page)).toBecome('There is a problem');
    expect(await page.locator('#conflict dd').allInnerTexts()).toEqual(['Milk', 'Rice']);
    expect(await page.getByLabel('You typed').inputValue()).toBe('Oat milk');
    await page.getByLabel('You typed').fill('Oat milk and rice');
    await button(page, 'Use mine').click();
    await expect(titles(page)).toBecome(['Oat milk and rice']);
    expect(await page.locator('#conflict').count()).toBe(0);
  });

  it('the second one can keep what the first one wrote', async () => {
    await page.getByLabel('You typed').fill('Something else');
    await link(page, 'Keep theirs').click();
    await expect(() => page.locator('#conflict').count()).toBecome(0);
    await expect(titles(page)).toBecome(['Rice']);
    expect(await heading(page)()).toBe('Home');
  });
});

describe('somebody whose text was refused, on Escape', () => {
  let app: AppInBrowser;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const typed = () => page.getByLabel('You typed', { exact: true }); // a dialog asks “Discard what you typed?”
  const openMembers = () => app.open(`${WORKSPACE_PATH}/members`);

  it('is asked whether to give it up, because somebody else has given the to-do another title', async () => {
    const home = await app.visitor.createList('Home');
    const milk = await app.visitor.addTodo(home, 'Milk');
    page = await app.open(`/lists/${home}`);
    await link(page, 'Edit: Milk').click();
    await page.getByLabel('Title').fill('Oat milk');
    await app.visitor.submit(`/todos/${milk}/rename`, { title: 'Rice', from: 'Milk' });
    await button(page, 'Save').click();
    await typed().press('Escape');
    app.takeProblems(); // "409" is in the console
    await button(page, 'Keep editing').click();
    expect(await typed().inputValue()).toBe('Oat milk');
    await typed().press('Escape');
    await button(page, 'Discard').click();
    await expect(titles(page)).toBecome(['Rice']);
  });

  it('is asked the same when it was too long', async () => {
    const home = await app.visitor.createList('Home');
    await app.visitor.addTodo(home, 'Milk');
    page = await app.open(`/lists/${home}`);
    await link(page, 'Edit: Milk').click();
    const title = page.getByLabel('Title');
    await title.evaluate((field: unknown) => ((field as { maxLength: number }).maxLength = 1_000));
    await title.fill('Oat milk '.repeat(100));
    await button(page, 'Save').click();
    await expect(focused(page)).toBecome('There is a problem');
    app.takeProblems(); // "422" is in the console
    await title.press('Escape');
    await button(page, 'Keep editing').click();
    expect(await title.inputValue()).toBe('Oat milk '.repeat(100));
  });

  it('is asked the same about a workspace', async () => {
    const other = await openMembers();
    page = await openMembers();
    for (const [each, name] of [
      [other, 'Flat'],
      [page, 'House'],
    ] as const) {
      await each.getByLabel('Name of the workspace').fill(name);
      await button(each, 'Rename').click();
    }
    await typed().press('Escape');
    app.takeProblems(); // "409" is in the console
    await button(page, 'Discard').click();
    await expect(() => page.getByLabel('Name of the workspace').inputValue()).toBecome('Flat');
    await expect(() => page.locator('#conflict').count()).toBecome(0);
  });
});

describe('somebody who moves a to-do before the typed title is sent', () => {
  let app: AppInBrowser;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it('is told all the same that somebody else has given it another title', async () => {
    const home = await app.visitor.createList('Home');
    await app.visitor.addTodo(home, 'Bread');
    const milk = await app.visitor.addTodo(home, 'Milk');
    const page = await app.open(`/lists/${home}`);
    await link(page, 'Edit: Milk').click();
    await page.getByLabel('Title').fill('Oat milk');
    await app.visitor.submit(`/todos/${milk}/rename`, { title: 'Rice', from: 'Milk' });
    await button(page, 'Move up').click();
    await page.locator('#todos > .editing:first-child').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Oat milk');
    await button(page, 'Save').click();
    await expect(() => page.locator('#conflict dd').allInnerTexts()).toBecome(['Milk', 'Rice']);
    app.takeProblems(); // "409" is in the console
  });
});
