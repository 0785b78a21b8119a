import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { faults } from './faults.js';
import { addField, button, titles } from './on-the-page.js';
import './to-become.js';

let app: AppInBrowser;
let page: Page;
let home: string;
beforeAll(async () => {
  app = await AppInBrowser.start();
});
beforeEach(async () => {
  home = await app.visitor.createList('Home');
});
afterEach(() => app.closePages());
afterAll(() => app.close());

const chips = () => page.locator('#understood .chip > span:not(.hidden)').allTextContents();
const chip = (words: string) => page.getByRole('checkbox', { name: `Leave “${words}” in the title` });
const said = () => page.locator('#understood-said').textContent();
const facts = () => page.locator('#todos .facts').allInnerTexts();

describe('while somebody types', () => {
  beforeEach(async () => {
    page = await app.open(`/lists/${home}`);
  });

  it('what is understood is shown, said, and saved by Enter', async () => {
    await addField(page).pressSequentially('Pay rent on 4 December 2099 !high');
    await expect(chips).toBecome(['4 Dec 2099', 'High priority']);
    await expect(said).toBecome('Understood: 4 Dec 2099 and High priority');
    await addField(page).press('Enter');
    await expect(titles(page)).toBecome(['Pay rent']);
    expect((await facts()).join()).toContain('4 Dec 2099');
    await expect(chips).toBecome([]);
    await expect(said).toBecome('');
    expect(await addField(page).inputValue()).toBe('');
  });

  it('words that are refused stay in the title, also when the text goes on', async () => {
    await addField(page).pressSequentially('Read tomorrow');
    await chip('tomorrow').press('Space');
    await expect(() => chip('tomorrow').isChecked()).toBecome(true);
    await expect(said).toBecome('All of it is title.');
    await addField(page).press('End');
    await addField(page).pressSequentially(' and pay !low');
    await expect(said).toBecome('Understood: Low priority');
    expect(await chip('tomorrow').isChecked()).toBe(true);
    await addField(page).press('Enter');
    await expect(titles(page)).toBecome(['Read tomorrow and pay']);
  });

  it('a chip keeps the focus, and gives its words their meaning back', async () => {
    await addField(page).pressSequentially('Read !high');
    await chip('!high').press('Space');
    await expect(said).toBecome('All of it is title.');
    expect(await chip('!high').evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
    await chip('!high').press('Space');
    await expect(said).toBecome('Understood: High priority');
  });

  it('Enter waits for nothing: the server reads the same', async () => {
    // The file is there, so that the page is not asked back.
    await addField(page).pressSequentially('x');
    const hasAsked = `performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/read'))`;
    await expect(() => page.evaluate<boolean>(hasAsked)).toBecome(true);
    await page.evaluate(`{
      const { fetch } = globalThis;
      globalThis.fetch = (url, init) => (url.endsWith('/read') ? new Promise(() => {}) : fetch(url, init));
    }`);
    await addField(page).fill('Pay rent on 4 December 2099');
    await addField(page).press('Enter');
    await expect(titles(page)).toBecome(['Pay rent']);
  });

  it('is accessible, and fits where there is the least room', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await addField(page).pressSequentially('Pay the rent every 4 December at 18:00 !high');
    await expect(async () => (await chips()).length).toBecome(3);
    await chip('!high').check();
    expect(await faults(page)).toEqual([]);
  });

  it('nothing is understood any more when nothing is typed any more', async () => {
    await addField(page).pressSequentially('Read !high');
    await expect(chips).toBecome(['High priority']);
    await addField(page).fill('');
    await expect(chips).toBecome([]);
    await expect(said).toBecome('');
  });

  it('the next text is read afresh', async () => {
    await addField(page).pressSequentially('Read !high');
    await chip('!high').press('Space');
    await expect(said).toBecome('All of it is title.');
    await addField(page).press('Enter');
    await expect(titles(page)).toBecome(['Read !high']);
    await addField(page).pressSequentially('Write !high');
    await expect(said).toBecome('Understood: High priority');
  });
});

describe('without scripts', () => {
  beforeEach(async () => {
    page = await app.open(`/lists/${home}`, { javaScriptEnabled: false });
  });

  it('the page that follows shows what is understood, and each can be refused', async () => {
    await addField(page).fill('Pay rent on 4 December 2099 !high');
    await button(page, 'Add').click();
    expect(await chips()).toEqual(['4 Dec 2099', 'High priority']);
    await chip('on 4 December 2099').check();
    await button(page, 'Add').click();
    expect(await titles(page)()).toEqual(['Pay rent on 4 December 2099']);
    expect((await facts()).join()).not.toContain('4 Dec 2099');
  });
});
