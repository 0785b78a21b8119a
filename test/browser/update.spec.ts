import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { add, addField, titles } from './on-the-page.js';

describe('a page that was open during an update', () => {
  let app: AppInBrowser;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    page = await app.open(`/lists/${await app.visitor.createList('Home')}`);
    await page.evaluate('globalThis.isOld = true');
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  /** As if the page had been rendered by an older release, which had other assets. */
  const comesFromBefore = (selector: string, attribute: string) =>
    page.evaluate(`{
      const element = document.head.querySelector('${selector}');
      element.setAttribute('${attribute}', element.getAttribute('${attribute}').replace(/[0-9a-f]{8}/, '00000000'));
    }`);
  const hasOldStyle = () => comesFromBefore('[rel=stylesheet]', 'href');
  const hasOldScript = () => comesFromBefore('[type=module]', 'src');

  const isOld = () => page.evaluate<boolean>('globalThis.isOld === true');
  const styles = () =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll('[rel=stylesheet]')].map((link) => link.getAttribute('href'))`,
    );
  const colour = () => page.evaluate<string>(`getComputedStyle(document.body).backgroundColor`);

  it('takes the new style in place of the old one', async () => {
    const [before, own] = [await colour(), await styles()];
    await hasOldStyle();
    expect(await styles()).not.toEqual(own);
    await add(page, 'Milk');
    await expect(titles(page)).toBecome(['Milk']);
    await expect(styles).toBecome(own);
    expect(await colour()).toBe(before);
    expect(await isOld()).toBe(true);
  });

  it('takes the new script, by loading the page that answers', async () => {
    await hasOldScript();
    await add(page, 'Milk');
    await expect(isOld).toBecome(false);
    await expect(titles(page)).toBecome(['Milk']);
    await add(page, 'Bread');
    await expect(titles(page)).toBecome(['Milk', 'Bread']);
  });

  it('but not while something is typed that would be lost', async () => {
    await hasOldScript();
    await addField(page).fill('Milk');
    // At once, before there can be an answer.
    await page.evaluate(`{
      const field = document.querySelector('[data-add] input[name=title]');
      field.form.requestSubmit();
      field.value = 'Bre';
    }`);
    await expect(titles(page)).toBecome(['Milk']);
    expect(await addField(page).inputValue()).toBe('Bre');
    expect(await isOld()).toBe(true);
  });
});
