import type { Locator, Page } from 'playwright-core';
import { asRead } from '../support/as-read.js';
import './to-become.js';

/** The titles that a list page shows, in their order; not the one that is being edited, nor what is still to be saved. */
export function titles(page: Page): () => Promise<string[]> {
  return () => page.locator('#todos > :not([aria-busy=true]) .title').allTextContents();
}

export function heading(page: Page): () => Promise<string> {
  return () => page.getByRole('heading', { level: 1 }).innerText();
}

/** What has the focus, in the words that a screen reader would say, or else by its id. */
export function focused(page: Page): () => Promise<string> {
  const read = () =>
    page.evaluate<string>(`(() => {
      const { ariaLabel, labels, textContent, id, localName } = document.activeElement;
      const isNamedByText = ['a', 'button'].includes(localName);
      return ariaLabel ?? labels?.[0]?.textContent ?? (isNamedByText ? textContent : id || localName);
    })()`);
  return async () => asRead(await read());
}

/** What has the focus is not what one sees where it is. */
export const IS_COVERED = `(() => {
  const { activeElement } = document;
  const { x, y, width, height } = activeElement.getBoundingClientRect();
  return !activeElement.contains(document.elementFromPoint(x + width / 2, y + height / 2));
})()`;

/** The name of what is done to a to-do or a list: its title keeps its direction to itself. */
function asSaid(name: string): string {
  return name.replace(
    /^(Choose|Complete|Reopen|Edit|Restore|Move|Move to trash): (?!this )(.*)$/,
    (_, word: string, title: string) => `${word}: \u2068${title}\u2069`,
  );
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name: asSaid(name), exact: true });
}

export function link(page: Page, name: string): Locator {
  return page.getByRole('link', { name: asSaid(name), exact: true });
}

export async function createList(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of a new list').fill(name);
  await button(page, 'Create').click();
}

export function addField(page: Page): Locator {
  return page.getByLabel('A new to-do');
}

export async function add(page: Page, title: string): Promise<void> {
  await addField(page).fill(title);
  await addField(page).press('Enter');
}

/** Into the field for a new to-do, as if it had been copied elsewhere. */
export async function paste(page: Page, words: string): Promise<void> {
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(words)});
    const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.getElementById('add').dispatchEvent(pasted);
  })()`);
}
