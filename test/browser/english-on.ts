import type { Page } from 'playwright-core';
import { CATALOGUE } from '../../apps/web/src/locales/index.js';
import { asRead } from '../support/as-read.js';

const textsOf = (language: keyof typeof CATALOGUE) =>
  Object.values(CATALOGUE[language]).flatMap((area): string[] => Object.values(area));

/** What stands between the places of a text, where it is more than a word. */
const partsOf = (text: string) =>
  text
    .split(/[{}<>]/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}.* .*\p{L}{2}/u.test(part) && !/^\w+, (?:plural|select),/.test(part));

const german = textsOf('de');
const english = textsOf('en').filter((text) => !german.includes(text));
const whole = new Set(english.filter((text) => !/[{<]/.test(text)));
const parts = [...new Set(english.flatMap(partsOf))].filter(
  (part) => !german.some((text) => text.includes(part)),
);

/** What a page says in English: to who sees it, and to who hears it. */
export async function englishOn(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate<string[]>(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode.data);
    for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'value'])
      for (const node of document.querySelectorAll('[' + name + ']')) found.push(node.getAttribute(name));
    return found;
  })()`);
  return texts.map((text) => asRead(text).trim()).filter(isEnglish);
}

export const isEnglish = (text: string) => whole.has(text) || parts.some((part) => text.includes(part));
