import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { focused, heading, titles } from './on-the-page.js';

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('by keyboard alone, %s', (_, javaScriptEnabled) => {
  let app: AppInBrowser;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    const home = await app.visitor.createList('Home');
    for (const title of ['Milk', 'Bread']) await app.visitor.addTodo(home, title);
    page = await app.open(`/lists/${home}`, { javaScriptEnabled });
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  /** Goes on, and round again from the end, until this has the focus: what cannot be reached is found out. */
  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await focused(page)()) === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${name} cannot be reached; the focus is on ${await focused(page)()}`);
  }

  /** What only scripts make something of. */
  const handle = (title: string) => (javaScriptEnabled ? [`Move: ${title}`] : []);

  async function pressOn(name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await tabTo(name);
    await page.keyboard.press(key);
  }

  /** Instead of what the field already says. */
  async function typeInto(name: string, text: string): Promise<void> {
    await tabTo(name);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }

  it('skips to the content', async () => {
    await page.keyboard.press('Tab');
    expect(await focused(page)()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(focused(page)).toBecome('Rename this list');
  });

  it('creates a list, adds to-dos and renames it', async () => {
    await pressOn('Lists');
    await expect(heading(page)).toBecome('Your lists');
    await typeInto('Name of a new list', 'Shopping');
    await expect(heading(page)).toBecome('Shopping');
    await typeInto('A new to-do', 'Salt');
    await expect(titles(page)).toBecome(['Salt']);
    await typeInto('A new to-do', 'Tea');
    await expect(titles(page)).toBecome(['Salt', 'Tea']);
    await pressOn('Rename this list');
    await expect(focused(page)).toBecome('Name of the list');
    await typeInto('Name of the list', 'Market');
    await expect(heading(page)).toBecome('Market');
  });

  it('completes, shows what is done, and reopens', async () => {
    await pressOn('Complete: Milk', 'Space');
    await expect(() => page.locator('#todos .done .title').allTextContents()).toBecome(['Milk']);
    await pressOn('Done 1');
    await expect(titles(page)).toBecome(['Milk']);
    await pressOn('Reopen: Milk', 'Space');
    await page.getByRole('heading', { name: 'Nothing ticked off yet' }).waitFor();
    await pressOn('All');
    await expect(titles(page)).toBecome(['Milk', 'Bread']);
  });

  it('renames a to-do and moves it', async () => {
    await pressOn('Edit: Bread');
    await expect(focused(page)).toBecome('Title');
    await typeInto('Title', 'Rye bread');
    await expect(titles(page)).toBecome(['Milk', 'Rye bread']);
    await pressOn('Edit: Rye bread');
    await expect(focused(page)).toBecome('Title');
    await pressOn('Move up');
    await page.locator('#todos > .editing:first-child').waitFor();
    await pressOn('Close');
    await expect(titles(page)).toBecome(['Rye bread', 'Milk']);
  });

  it('throws away, undoes it, throws away again and restores', async () => {
    await pressOn('Move to trash: Milk');
    await expect(titles(page)).toBecome(['Bread']);
    await pressOn('Undo');
    await expect(titles(page)).toBecome(['Milk', 'Bread']);
    await pressOn('Move to trash: Bread', 'Space');
    await expect(titles(page)).toBecome(['Milk']);
    await pressOn('Trash');
    await expect(heading(page)).toBecome('Trash');
    await pressOn('Restore: Bread');
    await page.getByRole('heading', { name: 'Nothing in the trash' }).waitFor();
  });

  it('goes through the page as it is read, and always shows where the focus is', async () => {
    const [names, unseen]: [string[], string[]] = [[], []];
    const lists = page.locator('#nav li a');
    await page.keyboard.press('Tab');
    for (
      let name = await focused(page)();
      name !== names[0] && name !== 'body';
      name = await focused(page)()
    ) {
      names.push(name);
      if (!(await isOutlined())) unseen.push(name);
      await page.keyboard.press('Tab');
    }
    expect(unseen).toEqual([]);
    expect(names).toEqual(
      ['Skip to content', 'Garbanzo', 'Workspace: Home', 'Today', 'Upcoming', 'Search', 'Lists']
        .concat((await lists.allInnerTexts()).map((name) => name.replaceAll(/\s+/g, ' ')))
        .concat(['Archived lists', 'Trash', 'Account', 'Rename this list', 'History of this list'])
        .concat(['Archive this list', 'Move to trash: this list'])
        .concat(['A new to-do', 'Add', 'All', 'Active 2', 'Done 0', 'Choose several'])
        .concat(['Complete: Milk', 'Edit: Milk', ...handle('Milk'), 'Move to trash: Milk'])
        .concat(['Complete: Bread', 'Edit: Bread', ...handle('Bread'), 'Move to trash: Bread'])
        .concat('Several lines', javaScriptEnabled ? [] : ['Reload']),
    );
  });

  it('a focus that does not show is found out', async () => {
    await tabTo('Complete: Milk');
    expect(await isOutlined()).toBe(true);
    await page.evaluate('document.activeElement.style.outline = "none"');
    expect(await isOutlined()).toBe(false);
  });

  /** Of the control that has the focus, or of what it stands in. */
  const isOutlined = () =>
    page.evaluate<boolean>(`(() => {
      const shows = ({ outlineStyle, outlineWidth }) => outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2;
      let node = document.activeElement;
      while (node && !shows(getComputedStyle(node))) node = node.parentElement;
      return node !== null;
    })()`);
});
