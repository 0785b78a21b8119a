import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asRead } from '../support/as-read.js';
import { AppInBrowser } from '../support/browser.js';
import { addInGerman, of, seeOnlyGerman } from './in-german.js';
import { button, link, titles } from './on-the-page.js';

let app: AppInBrowser;
let page: Page;
beforeAll(async () => {
  app = await AppInBrowser.start();
  await app.forgetLanguages();
  // Somewhere to move a to-do to.
  await app.visitor.createList('Garten');
});
afterEach(() => app.closePages());
afterAll(() => app.close());

const note = async () => asRead(await page.locator('#notice').innerText());
const word = (text: string) => page.getByText(text, { exact: true });

const add = (title: string) => addInGerman(page, title);
const seeOnly = (words: string) => seeOnlyGerman(page, words);

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('somebody whose browser asks for German, %s', (_, javaScriptEnabled) => {
  beforeEach(async () => {
    page = await app.open('/', { javaScriptEnabled, locale: 'de-AT' });
    await page.getByLabel('Name einer neuen Liste').fill('Einkauf');
    await button(page, 'Anlegen').click();
    await page.locator('h1', { hasText: 'Einkauf' }).waitFor();
    for (const title of ['Milch', 'Brot']) {
      await add(title);
      // Rows move when it is said, and a click must not miss the one that it is for.
      await page
        .locator('#notice', { hasText: title })
        .getByText('am Ende der Liste')
        .waitFor({ state: 'attached' });
    }
  });

  it('makes lists, and ticks off, edits and moves to-dos', async () => {
    await seeOnly('Einkauf');
    await button(page, of('Erledigen', 'Milch')).click();
    await expect(note).toBecome('„Milch“ ist erledigt.');
    expect(await page.locator('#list-head .progress').innerText()).toBe('1 zu tun · 1 erledigt');
    await seeOnly('Einkauf');
    await link(page, of('Bearbeiten', 'Brot')).click();
    await page.getByLabel('Titel').waitFor();
    await seeOnly('Einkauf');
    await page.getByLabel('Titel').fill('Vollkornbrot');
    await button(page, 'Speichern').click();
    await expect(titles(page)).toBecome(['Milch', 'Vollkornbrot']);
    await expect(note).toBecome('„Brot“ heißt jetzt „Vollkornbrot“.');
    await link(page, of('Bearbeiten', 'Milch')).click();
    await page.getByRole('combobox', { name: 'Verschieben nach' }).selectOption('Garten');
    await button(page, 'Verschieben').click();
    await expect(titles(page)).toBecome(['Vollkornbrot']);
    await expect(note).toBecome('„Milch“ ist jetzt in „Garten“.');
    await link(page, 'Erledigt 0').click();
    await word('Noch nichts abgehakt').waitFor();
    await seeOnly('Einkauf');
    await link(page, 'Listen').click();
    await seeOnly('Deine Listen');
    expect(await page.title()).toBe('Deine Listen · Garbanzo');
  });

  it('is told why something was refused', async () => {
    await add('x'.repeat(241));
    await page.locator('#errors').waitFor();
    expect(await page.locator('#errors').innerText()).toContain(
      'Das ist zu lang für eine Aufgabe. Nimm höchstens 240 Zeichen.',
    );
    expect(await page.title()).toContain('Fehler: ');
    await seeOnly('Einkauf');
    app.takeProblems(); // "422" is in the console
  });

  it('throws away, undoes, and restores from the trash', async () => {
    await button(page, of('In den Papierkorb', 'Milch')).click();
    await expect(note).toBecome('„Milch“ liegt im Papierkorb.');
    await seeOnly('Einkauf');
    await button(page, 'Rückgängig').click();
    await expect(note).toBecome('„Milch“ ist wieder in der Liste.');
    await button(page, of('In den Papierkorb', 'Milch')).click();
    await expect(titles(page)).toBecome(['Brot']);
    await page.locator('.list-actions .remove').click();
    await expect(note).toBecome('„Einkauf“ liegt im Papierkorb, mit allem, was darin ist.');
    await seeOnly('Deine Listen');
    await link(page, 'Papierkorb').click();
    await seeOnly('Papierkorb');
    await page.locator('.trashed .title', { hasText: 'Einkauf' }).first().click();
    await seeOnly('Einkauf');
    await button(page, 'Liste wiederherstellen').click();
    await button(page, of('Erledigen', 'Brot')).waitFor();
    await link(page, 'Papierkorb').click();
    await button(page, of('Wiederherstellen', 'Milch')).first().click();
    await word('Nichts im Papierkorb').waitFor();
    await seeOnly('Papierkorb');
  });

  it('sees what happened, the list as it was, and takes something back', async () => {
    await button(page, of('Erledigen', 'Milch')).click();
    await expect(note).toBecome('„Milch“ ist erledigt.');
    await link(page, 'Verlauf dieser Liste').click();
    await seeOnly('Verlauf von „Einkauf“');
    const words = await page.locator('.entry .words').allInnerTexts();
    expect(words.map(asRead)).toEqual(['Erledigt', 'Hinzugefügt', 'Hinzugefügt', 'Angelegt als „Einkauf“']);
    expect(await page.locator('.entry .meta bdi').first().innerText()).toBe('Du');
    await page.locator('.entry a time').nth(1).click();
    await link(page, 'Zum jetzigen Stand').waitFor();
    await seeOnly('Einkauf');
    await link(page, 'Verlauf').click();
    await page.locator('.entry a', { hasText: 'Rückgängig' }).first().click();
    await seeOnly('Rückgängig');
    await word('Die Aufgabe ist wieder zu tun.').waitFor();
    await button(page, 'Rückgängig').click();
    await expect(note).toBecome('„Milch“ ist wieder zu tun.');
    await page.getByLabel(of('Bearbeiten', 'Milch')).click();
    await link(page, 'Verlauf dieser Aufgabe').click();
    await seeOnly('Verlauf von „Milch“');
  });

  it('renames a list, and reads how it can be moved elsewhere', async () => {
    await link(page, 'Umbenennen der Liste').click();
    await page.getByLabel('Name der Liste').waitFor();
    await seeOnly('Einkauf');
    await link(page, 'In einen anderen Arbeitsbereich verschieben oder kopieren').click();
    await seeOnly('Einkauf verschieben oder kopieren');
    expect(page.url()).toMatch(/\/transfer$/);
  });
});
