import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AppInBrowser } from '../support/browser.js';
import { inWorkspace } from '../support/somebody.mjs';
import { button, link } from './on-the-page.js';
import './to-become.js';

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('the labels of a to-do, %s', (_, javaScriptEnabled) => {
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
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  const tags = () => page.locator('#todos .tag bdi').allInnerTexts();

  it('are added by keyboard one after the other, taken off by a click, and undone by one', async () => {
    await link(page, 'Edit: Milk').click();
    const field = page.getByLabel('Name of the label');
    for (const name of ['Shop', 'Dairy']) {
      await field.fill(name);
      await field.press('Enter');
      await page.locator('button.tag', { hasText: name }).waitFor();
    }
    await expect(tags).toBecome(['Shop', 'Dairy']);
    await button(page, 'Take off \u2068Shop\u2069').click();
    await expect(tags).toBecome(['Dairy']);
    await button(page, 'Undo').click();
    await expect(() => tags().then((names) => names.toSorted())).toBecome(['Dairy', 'Shop']);
  });

  it('are given to what is chosen by Enter, which does nothing else with it', async () => {
    await page.goto(`${page.url()}?choose=`);
    await page.getByRole('checkbox').first().check();
    await page.locator('#chosen summary').click();
    await page.locator('#chosen-label').fill('Shop');
    await page.locator('#chosen-label').press('Enter');
    await expect(tags).toBecome(['Shop']);
    expect(await page.locator('li.done').count()).toBe(0);
  });

  it('fit on a phone however long their names are, and leave the title its room', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const label of ['x'.repeat(50), 'Two words', 'More', 'Still more'])
      await app.visitor.submit(`/todos/${milk}/label`, { label, onList: home });
    for (const path of [`/lists/${home}`, `/lists/${home}?edit=${milk}`, '/labels']) {
      await page.goto(inWorkspace(path));
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(320);
    }
  });
});

describe('the colours of labels', () => {
  let app: AppInBrowser;
  beforeAll(async () => {
    app = await AppInBrowser.start();
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it.each(['light', 'dark'] as const)('have a contrast of 4.5 on a %s page', async (colorScheme) => {
    const home = await app.visitor.createList('Home');
    const milk = await app.visitor.addTodo(home, 'Milk');
    await app.visitor.submit(`/todos/${milk}/label`, { label: 'Shop', onList: home });
    const page = await app.open('/labels', { colorScheme });
    await link(page, 'Change the label \u2068Shop\u2069').click();
    const colours = page.locator('button.tag');
    await colours.first().waitFor();
    const contrasts: number[] = await page.evaluate(CONTRASTS);
    expect(contrasts).toHaveLength(9);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  });

  it('and names change on a page that is open, when somebody else changes them', async () => {
    const home = await app.visitor.createList('Home');
    const milk = await app.visitor.addTodo(home, 'Milk');
    await app.visitor.submit(`/todos/${milk}/label`, { label: 'Old', onList: home });
    const page = await app.open(`/lists/${home}`);
    await page.locator('.tag', { hasText: 'Old' }).waitFor();
    const labels = (await app.visitor.open('/labels')).text;
    const [, id = ''] = /labels\/([0-9a-f-]{36})"><bdi>Old</.exec(labels) ?? [];
    await app.visitor.submit(`/labels/${id}/rename`, { label: 'New', from: 'Old' });
    await expect(() => page.locator('#todos .tag bdi').allInnerTexts()).toBecome(['New']);
  });
});

/** Of each of the colours, as the browser paints them. */
const CONTRASTS = `
  [...document.querySelectorAll('button.tag')].map((element) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => {
        const part = each / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const { color, backgroundColor } = getComputedStyle(element);
    const [dark, light] = [luminance(color), luminance(backgroundColor)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  })`;
