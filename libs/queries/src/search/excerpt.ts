import type { Part } from './mark-parts.js';

/** Characters of a text that are shown before the first match, and from there on. */
const BEFORE = 40;
const BEHIND = 120;

/** A piece of a long text in one line, with its first match near the beginning. */
export function excerptOf(parts: readonly Part[]): readonly Part[] {
  const first = parts.findIndex(({ isMatch }) => isMatch);
  const before = parts.slice(0, first).map(({ text }) => text);
  const excerpt: Part[] = [{ text: endOf(inOneLine(before.join(''))), isMatch: false }];
  let room = BEHIND;
  for (const { text, isMatch } of parts.slice(first)) {
    const line = inOneLine(text);
    excerpt.push({ text: beginningOf(line, room), isMatch });
    room -= line.length;
    if (room < 0) break;
  }
  return excerpt.filter(({ text }) => text !== '');
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** Characters, not halves of them. */
const endOf = (text: string) =>
  text.length > BEFORE ? `…${Array.from(text).slice(-BEFORE).join('')}` : text;

const beginningOf = (text: string, room: number) =>
  text.length > room ? `${Array.from(text).slice(0, room).join('')}…` : text;
