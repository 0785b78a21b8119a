import type { Part, Piece } from './sentence.js';

/** The whole text, cut where parts begin and end. */
export function piecesOf(text: string, parts: readonly Part[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const part of parts) {
    pieces.push({ text: text.slice(at, part.start), part: null }, { text: part.words, part });
    at = part.end;
  }
  pieces.push({ text: text.slice(at), part: null });
  return pieces.filter((piece) => piece.text !== '');
}

/** What is left without the parts. Where one was, there is one space, and none before a mark; all other spaces are as they were. */
export function titleOf(pieces: readonly Piece[]): string {
  const title = pieces
    .filter(({ part }) => part === null)
    .reduce((before, { text }) => join(before, text), '');
  return title.trim();
}

function join(before: string, after: string): string {
  if (before === '') return after;
  const gap = /^[.,;:!?](?:\s|$)/.test(after.trimStart()) ? '' : ' ';
  return before.trimEnd() + gap + after.trimStart();
}
