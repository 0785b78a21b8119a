import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asRead } from '../support/as-read.js';
import { AppInBrowser, isOfTheCut } from '../support/browser.js';
import { inWorkspace } from '../support/somebody.mjs';
import { englishOn, isEnglish } from './english-on.js';
import { faults } from './faults.js';
import { addInGerman, of, seeOnlyGerman } from './in-german.js';
import { button, focused, IS_COVERED, link, paste, titles } from './on-the-page.js';

let app: AppInBrowser;
let page: Page;
beforeAll(async () => {
  app = await AppInBrowser.start();
  await app.forgetLanguages();
});
afterEach(() => app.closePages(isOfTheCut));
afterAll(() => app.close());

const word = (text: string) => page.getByText(text, { exact: true });
const add = (title: string) => addInGerman(page, title);
const seeOnly = (words: string) => seeOnlyGerman(page, words);

/** German words are longer than English ones. */
it('German pages are accessible and fit where there is the least room', async () => {
  const home = await app.visitor.createList('Verbesserungsvorschläge');
  const todo = await app.visitor.addTodo(home, 'Donaudampfschifffahrt');
  page = await app.open(`/lists/${home}`, { locale: 'de', viewport: { width: 320, height: 800 } });
  const found: Record<string, readonly string[]> = {};
  for (const path of [
    '/',
    '/upcoming',
    `/lists/${home}`,
    `/lists/${home}?edit=list`,
    `/lists/${home}?edit=${todo}`,
    `/lists/${home}?show=done`,
    `/lists/${home}/history`,
    `/lists/${home}/transfer`,
    `/undo/${todo}`,
  ]) {
    await page.goto(inWorkspace(path));
    found[path] = await faults(page);
  }
  await page.goto(inWorkspace(`/lists/${home}`));
  await page.locator('.list-actions .remove').click();
  await page.getByText('liegt im Papierkorb').first().waitFor();
  for (const path of ['/trash', `/lists/${home}`]) {
    await page.goto(inWorkspace(path));
    found[`${path}, thrown away`] = await faults(page);
  }
  expect(Object.entries(found).filter(([, { length }]) => length > 0)).toEqual([]);
});

describe('scripts, in German', () => {
  beforeEach(async () => {
    const home = await app.visitor.createList('Zuhause');
    await app.visitor.addTodo(home, 'Milch');
    page = await app.open(`/lists/${home}`, { locale: 'de' });
  });

  it('say what letters do', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tasten' }).waitFor();
    await word('Zum Papierkorb').waitFor();
    await seeOnly('Zuhause');
    await button(page, 'Schließen').click();
    await expect(() => page.getByRole('dialog').count()).toBecome(0);
  });

  it('ask before they discard what was typed, and what to do with several lines', async () => {
    await link(page, of('Bearbeiten', 'Milch')).click();
    await page.getByLabel('Titel').fill('Hafermilch');
    await page.keyboard.press('Escape');
    await word('Verwerfen, was du geschrieben hast?').waitFor();
    await seeOnly('Zuhause');
    await button(page, 'Verwerfen').click();
    await button(page, of('Erledigen', 'Milch')).waitFor();
    await paste(page, 'Brot\nSalz');
    await word('Du hast 2 Zeilen eingefügt.').waitFor();
    await seeOnly('Zuhause');
    await button(page, '2 Aufgaben hinzufügen').click();
    await expect(titles(page)).toBecome(['Milch', 'Brot', 'Salz']);
  });

  it('say what is not saved yet, and which workspaces there are', async () => {
    await page.locator('[data-workspaces]').click();
    await link(page, 'Alle Arbeitsbereiche').waitFor();
    await page.keyboard.press('Escape');
    await page.context().setOffline(true);
    await add('Brot');
    const unsaved = async () => asRead(await page.locator('#unsaved p').innerText());
    const rest = 'Der Server antwortet gerade nicht. Diese Seite versucht es weiter.';
    await expect(unsaved).toBecome(`„Brot“ ist noch nicht gespeichert: ${rest}`);
    await page.getByRole('img', { name: 'Wird gespeichert' }).waitFor();
    await add('Salz');
    await expect(unsaved).toBecome(`„Brot“, „Salz“ sind noch nicht gespeichert: ${rest}`);
    await seeOnly('Zuhause');
    await page.context().setOffline(false);
    await expect(titles(page)).toBecome(['Milch', 'Brot', 'Salz']);
  });
});

it('what is said of a connection that is cut leaves most of a phone to the page', async () => {
  const home = await app.visitor.createList('Zuhause');
  for (let n = 1; n <= 12; n += 1) await app.visitor.addTodo(home, `Nummer ${n}`);
  page = await app.open(`/lists/${home}`, { locale: 'de', viewport: { width: 320, height: 640 } });
  await page.context().setOffline(true);
  for (let n = 1; n <= 4; n += 1)
    await add(`${n}: was vor der Donaudampfschifffahrt noch zu besorgen ist `.repeat(8));
  await page.locator('#stale').waitFor();
  await expect(() => page.locator('.pending').count()).toBecome(4);
  const { height = NaN } = (await page.locator('#status').boundingBox()) ?? {};
  expect(height).toBeLessThan(360);
  expect(await faults(page)).toEqual([]);
  const covered: string[] = [];
  await page.locator('#todos .check').first().focus();
  for (let presses = 1; presses <= 36; presses += 1) {
    if (await page.evaluate<boolean>(IS_COVERED)) covered.push(await focused(page)());
    await page.keyboard.press('Tab');
  }
  expect(covered).toEqual([]);
});

it('what is in English is found', async () => {
  page = await app.open('/trash', { locale: 'en' });
  expect(await englishOn(page)).toEqual(
    expect.arrayContaining(['Skip to content', 'Main', 'Lists', 'Trash']),
  );
});

it.each([
  ['1 to-do · moved here 2 Nov 2025', true],
  ['The list was not there yet.', true],
  ['1 Aufgabe · seit 2. Nov. 2025 hier', false],
  ['Garbanzo', false],
])('%j is English: %s', (text, isIt) => {
  expect(isEnglish(text)).toBe(isIt);
});
