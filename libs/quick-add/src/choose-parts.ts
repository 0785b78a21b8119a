import type { Candidate } from './phrase.js';
import type { Kind } from './sentence.js';

/** What says when; the others may stand anywhere in between. */
const WHEN: ReadonlySet<Kind> = new Set(['due', 'time', 'recurrence']);

/** Of these there may be any number. */
const MANY: ReadonlySet<Kind> = new Set(['label']);

export interface Choice {
  readonly chosen: readonly Candidate[];
  /** What stands in its place, and is title because somebody has said so. It goes on keeping others in theirs. */
  readonly refused: readonly Candidate[];
}

/** Those of the candidates that are meant: they stand where such words stand, and of most kinds there is one. */
export function chooseParts(
  text: string,
  candidates: readonly Candidate[],
  isRefused: (candidate: Candidate) => boolean,
): Choice {
  const placed = inTheirPlaces(text, candidates);
  const wanted = placed.filter((candidate) => !isRefused(candidate));
  return {
    chosen: wanted.filter(
      (candidate) => MANY.has(candidate.kind) || candidate === chosenOf(text, candidate.kind, wanted),
    ),
    refused: placed.filter(isRefused),
  };
}

/** What the sentence begins with says most about it; else what it ends with. */
function chosenOf(text: string, kind: Kind, placed: readonly Candidate[]): Candidate | undefined {
  const ofKind = placed.filter((candidate) => candidate.kind === kind);
  const first = ofKind[0];
  return first !== undefined && text.slice(0, first.start).trim() === '' ? first : ofKind.at(-1);
}

interface Placed {
  readonly all: readonly Candidate[];
  /** Those that are known to be in their places. */
  readonly placed: readonly Candidate[];
}

/** One that is in its place may bring another one into its own, so that they are looked at until that is over. */
function inTheirPlaces(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  let placed = candidates.filter(({ place }) => place === 'anywhere');
  for (;;) {
    const next = candidates.filter(
      (candidate) => placed.includes(candidate) || isInPlace(text, candidate, { all: candidates, placed }),
    );
    if (next.length === placed.length) return placed;
    placed = next;
  }
}

function isInPlace(text: string, candidate: Candidate, { all, placed }: Placed): boolean {
  switch (candidate.place) {
    case 'anywhere':
      return true;
    case 'beside':
      return placed.some((other) => other.kind !== 'time' && isRightBehind(text, candidate, other));
    case 'edge':
      if (text.slice(0, candidate.start).trim() === '') return true;
      else return isAtEnd(text, candidate, { all, placed });
    case 'end':
      return isAtEnd(text, candidate, { all, placed });
  }
}

/** At the end, or right beside what says when, which `morning` does together with the day before it. */
function isAtEnd(text: string, candidate: Candidate, { all, placed }: Placed): boolean {
  if (placed.some((other) => touches(text, candidate, other))) return true;
  const behind = all.filter((other) => other.place === 'beside' && isRightBehind(text, other, candidate));
  const left = rest(
    text,
    candidate.end,
    [...placed, ...behind].toSorted((one, other) => one.start - other.start),
  );
  return /^[\s.!?]*$/.test(left);
}

/** What stands behind a place, without the parts there. */
function rest(text: string, from: number, placed: readonly Candidate[]): string {
  let [at, left] = [from, ''];
  for (const { start, end } of placed) {
    if (start < at) continue;
    left += text.slice(at, start);
    at = end;
  }
  return left + text.slice(at);
}

function touches(text: string, one: Candidate, other: Candidate): boolean {
  return isRightBehind(text, one, other) || isRightBehind(text, other, one);
}

/** Behind something that says when. */
function isRightBehind(text: string, one: Candidate, other: Candidate): boolean {
  return (
    WHEN.has(other.kind) &&
    WHEN.has(one.kind) &&
    other.end <= one.start &&
    /^,?\s+$/.test(text.slice(other.end, one.start))
  );
}
