import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { add, addField, button, titles } from './on-the-page.js';

describe('when the connection is cut', () => {
  let app: AppInBrowser;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  beforeEach(async () => {
    page = await app.open(`/lists/${await app.visitor.createList('Home')}`);
  });
  afterAll(() => app.close());

  const unsaved = () => page.locator('#unsaved').innerText();
  const isForAdding = '**/todos';

  it('what was typed is kept, and "Try again" saves it once', async () => {
    await page.route(isForAdding, (route) => route.abort());
    await add(page, 'Milk');
    await expect(() => page.locator('#unsaved').isVisible()).toBecome(true);
    expect(await unsaved()).toContain('“Milk” is not saved yet');
    expect(await addField(page).inputValue()).toBe('Milk');
    await page.unroute(isForAdding);
    await button(page, 'Try again').click();
    await expect(titles(page)).toBecome(['Milk']);
    await expect(() => page.locator('#unsaved').isVisible()).toBecome(false);
    await page.reload();
    await expect(titles(page)).toBecome(['Milk']);
  });

  it('and only the answer was lost, "Try again" saves nothing twice', async () => {
    const loseTheAnswer = async (route: Route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.abort();
    };
    await page.route(isForAdding, loseTheAnswer);
    await add(page, 'Milk');
    await expect(() => page.locator('#unsaved').isVisible()).toBecome(true);
    await page.unroute(isForAdding);
    await button(page, 'Try again').click();
    await expect(titles(page)).toBecome(['Milk']);
    await page.reload();
    await expect(titles(page)).toBecome(['Milk']);
  });

  it('what comes after waits for its turn, and all of it is saved when the browser is online again', async () => {
    await page.context().setOffline(true);
    await add(page, 'one');
    await expect(() => page.locator('#unsaved').isVisible()).toBecome(true);
    await add(page, 'two');
    await expect(() => page.locator('#unsaved p').innerText()).toBecome(
      '“one”, “two” is not saved yet: the server is not answering just now.',
    );
    await page.context().setOffline(false);
    await expect(titles(page)).toBecome(['one', 'two']);
  });
});
