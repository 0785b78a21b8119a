import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asRead } from '../support/as-read.js';
import { englishOn } from './english-on.js';
import { heading } from './on-the-page.js';

/** The name of what is done to a to-do: its title keeps its direction to itself. */
export const of = (word: string, title: string) => `${word}: \u2068${title}\u2069`;

export async function addInGerman(page: Page, title: string): Promise<void> {
  const field = page.getByLabel('Eine neue Aufgabe');
  await field.fill(title);
  await field.press('Enter');
}

/** A heading that one waits for, on a page that says nothing in English. */
export async function seeOnlyGerman(page: Page, words: string): Promise<void> {
  await expect(async () => asRead(await heading(page)())).toBecome(words);
  expect(await englishOn(page)).toEqual([]);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
}
