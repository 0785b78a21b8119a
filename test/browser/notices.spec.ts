import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asRead } from '../support/as-read.js';
import { AppInBrowser } from '../support/browser.js';
import { add, button, focused, link, titles } from './on-the-page.js';

const SMALL = { width: 320, height: 256 };
const FEW = 4;

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('what has just happened, %s', (_, javaScriptEnabled) => {
  let app: AppInBrowser;
  let page: Page;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    await app.visitor.createList('Garden');
  });
  beforeEach(async () => {
    const home = await app.visitor.createList('Home');
    for (let n = 1; n <= 12; n += 1) await app.visitor.addTodo(home, `Number ${n}`);
    page = await app.open(`/lists/${home}`, { javaScriptEnabled, viewport: SMALL });
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const announced = async () => asRead(await page.locator('#status').innerText());
  const isInView = () =>
    page.evaluate<boolean>(`(() => {
      const { top, bottom } = document.getElementById('did').getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    })()`);

  /** How many keys it takes from where the focus is, in the nearer direction. */
  async function keysTo(name: string): Promise<number> {
    const start = await page.evaluateHandle('document.activeElement');
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let presses = 1; presses <= FEW; presses += 1) {
        await page.keyboard.press(key);
        if ((await focused(page)()) === name) return presses;
      }
      for (let presses = 1; presses <= FEW; presses += 1)
        await page.keyboard.press(key === 'Tab' ? 'Shift+Tab' : 'Tab');
    }
    await start.dispose();
    return Infinity;
  }

  async function said(words: string): Promise<void> {
    await expect(announced).toBecome(words);
    await expect(isInView).toBecome(true);
  }

  it('is said of a tick, near it', async () => {
    await button(page, 'Complete: Number 7').press('Enter');
    await said('“Number 7” is done.');
    expect(await keysTo('Undo')).toBeLessThanOrEqual(FEW);
    await page.keyboard.press('Enter');
    await expect(announced).toBecome('“Number 7” is to be done again.');
    expect(await button(page, 'Complete: Number 7').count()).toBe(1);
  });

  it('is said of a tick where only the open ones are shown', async () => {
    await page.getByRole('link', { name: 'Active 12' }).click();
    await page.getByRole('link', { name: 'Active 12' }).and(page.locator('[aria-current=page]')).waitFor();
    await button(page, 'Complete: Number 7').press('Enter');
    await said('“Number 7” is done.');
    expect(await keysTo('Undo')).toBeLessThanOrEqual(FEW);
  });

  it('is said of the trash', async () => {
    await link(page, 'Edit: Number 12').press('Enter');
    await button(page, 'Move to trash').press('Enter');
    await said('“Number 12” is in the trash.');
    expect(await keysTo('Undo')).toBeLessThanOrEqual(FEW);
  });

  it('is said of another title', async () => {
    await link(page, 'Edit: Number 7').press('Enter');
    await page.getByLabel('Title').fill('Seven');
    await page.getByLabel('Title').press('Enter');
    await said('“Number 7” is called “Seven” now.');
    expect(await keysTo('Undo')).toBeLessThanOrEqual(FEW);
  });

  it('is said of a step up, and of the same step again', async () => {
    await link(page, 'Edit: Number 7').press('Enter');
    await button(page, 'Move up').press('Enter');
    await said('“Number 7” was moved up.');
    expect(await keysTo('Undo')).toBeLessThanOrEqual(FEW);
    const first = await page.locator('#status [id^=said-]').getAttribute('id');
    await button(page, 'Move up').press('Enter');
    await expect(
      async () => (await page.locator('#status [id^=said-]').getAttribute('id')) === first,
    ).toBecome(false);
    await expect(announced).toBecome('“Number 7” was moved up.');
    expect(await keysTo('Move down')).toBeLessThanOrEqual(FEW);
  });

  it('is said of another list', async () => {
    await link(page, 'Edit: Number 7').press('Enter');
    await page.getByRole('combobox', { name: 'Move to' }).selectOption('Garden');
    await button(page, 'Move').press('Enter');
    await said('“Number 7” is in “Garden” now.');
    expect(await keysTo('Undo')).toBeLessThanOrEqual(FEW);
  });

  it('is said of a new to-do, and leads to it', async () => {
    await add(page, 'Far below');
    await said('“Far below” was added at the end of the list.');
    expect(await keysTo('Undo')).toBeLessThanOrEqual(FEW);
    await link(page, 'Show it').click();
    await expect(() =>
      page.evaluate<boolean>(`(() => {
        const { top, bottom } = document.querySelector('#todos > li:last-child').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      })()`),
    ).toBecome(true);
  });

  it('leaves the focus where one goes on', async () => {
    await add(page, 'One');
    await expect(announced).toBecome('“One” was added at the end of the list.');
    await expect(focused(page)).toBecome('A new to-do');
    await page.keyboard.type('Two');
    await page.keyboard.press('Enter');
    await expect(async () => (await titles(page)()).slice(-2)).toBecome(['One', 'Two']);
  });

  it('shows what was ticked after the tick', async () => {
    await button(page, 'Complete: Number 10').press('Enter');
    await button(page, 'Reopen: Number 10').waitFor();
    await expect(() =>
      page.evaluate<boolean>(`(() => {
        const { top, bottom } = document.querySelector('#todos > .done').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      })()`),
    ).toBecome(true);
  });
});
