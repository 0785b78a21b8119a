import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
    page = await app.open('/', { javaScriptEnabled });
  });
  afterAll(async () => {
    await app.closePages();
    await app.close();
  });

  /** Goes on, or back, until this has the focus: what cannot be reached is found out. */
  async function tabTo(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await focused(page)()) === name) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${name} cannot be reached; the focus is on ${await focused(page)()}`);
  }

  async function type(text: string): Promise<void> {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }

  it('skips to the content', async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('skip');
  });

  it('creates a list, adds, completes, edits and throws away', async () => {
    await tabTo('Name of a new list');
    await type('Home');
    await expect(heading(page)).toBecome('Home');
    await tabTo('A new to-do');
    await type('Milk');
    await expect(titles(page)).toBecome(['Milk']);
    await tabTo('A new to-do');
    await type('Bread');
    await expect(titles(page)).toBecome(['Milk', 'Bread']);
    await tabTo('Complete: Milk');
    await page.keyboard.press('Space');
    await expect(() => page.locator('#todos .done .title').allTextContents()).toBecome(['Milk']);
    await tabTo('Edit: Bread');
    await page.keyboard.press('Enter');
    await expect(focused(page)).toBecome('Title');
    await page.keyboard.press('ControlOrMeta+A');
    await type('Rye bread');
    await expect(titles(page)).toBecome(['Milk', 'Rye bread']);
    await tabTo('Move to trash: Rye bread');
    await page.keyboard.press('Enter');
    await expect(titles(page)).toBecome(['Milk']);
  });

  it('shows where the focus is', async () => {
    await tabTo('Reopen: Milk');
    const style = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
    expect(style).toBe('solid');
  });
});
