import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asRead } from '../support/as-read.js';
import { AppInBrowser, isOfTheCut } from '../support/browser.js';
import { englishOn, isEnglish } from './english-on.js';
import { button, heading, link, paste, titles } from './on-the-page.js';

/** The name of what is done to a to-do: its title keeps its direction to itself. */
const of = (word: string, title: string) => `${word}: \u2068${title}\u2069`;

let app: AppInBrowser;
let page: Page;
beforeAll(async () => {
  app = await AppInBrowser.start();
  await app.forgetLanguages();
  // Somewhere to move a to-do to.
  await app.visitor.createList('Garten');
});
afterEach(() => app.closePages(isOfTheCut));
afterAll(() => app.close());

const note = async () => asRead(await page.locator('#notice').innerText());
const newTodo = () => page.getByLabel('Eine neue Aufgabe');
const word = (text: string) => page.getByText(text, { exact: true });

async function add(title: string): Promise<void> {
  await newTodo().fill(title);
  await newTodo().press('Enter');
}

/** A heading that one waits for, on a page that says nothing in English. */
async function seeOnly(words: string): Promise<void> {
  await expect(async () => asRead(await heading(page)())).toBecome(words);
  expect(await englishOn(page)).toEqual([]);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
}

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('somebody whose browser asks for German, %s', (_, javaScriptEnabled) => {
  beforeEach(async () => {
    page = await app.open('/', { javaScriptEnabled, locale: 'de-AT' });
    await page.getByLabel('Name einer neuen Liste').fill('Einkauf');
    await button(page, 'Anlegen').click();
    await expect(heading(page)).toBecome('Einkauf');
    for (const title of ['Milch', 'Brot']) {
      await add(title);
      await page.locator('#todos .title', { hasText: title }).waitFor();
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
    await link(page, 'Zurück zu jetzt').waitFor();
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
    await link(page, 'Diese Liste umbenennen').click();
    await page.getByLabel('Name der Liste').waitFor();
    await seeOnly('Einkauf');
    await link(page, 'In einen anderen Arbeitsbereich verschieben oder kopieren').click();
    await seeOnly('Einkauf verschieben oder kopieren');
  });
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

it.each(['Trash', 'Skip to content', '1 to-do · moved here 2 Nov 2025', 'The list was not there yet.'])(
  'English is found: %s',
  (text) => {
    expect(isEnglish(text)).toBe(true);
    expect(isEnglish('Papierkorb')).toBe(false);
  },
);
