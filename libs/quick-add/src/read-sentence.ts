import { candidatesIn } from './candidates.js';
import { chooseParts } from './choose-parts.js';
import { dayMeant, loadDays, type Days } from './days.js';
import { piecesOf, titleOf } from './pieces.js';
import { planOf } from './plan.js';
import type { Candidate, Context } from './phrase.js';
import type { About, Part, Sentence } from './sentence.js';

/**
 * Reads what somebody has typed to add a to-do. Nothing is ever lost: what is not understood, refused or in quotes is title, and where
 * no title would be left everything is.
 */
export async function readSentence(text: string, about: About): Promise<Sentence> {
  const kinds = text.length > MOST ? [] : about.kinds;
  return read(text.normalize('NFC'), contextOf({ ...about, kinds }, await loadDays()));
}

/** In UTF-16 units, as many as a field takes: what is longer is no sentence. */
const MOST = 480;

function contextOf(about: About, days: Days): Context {
  const today = about.now.toPlainDate();
  const reader = days[about.language];
  return { about, today, day: (words) => dayMeant(words, { reader, today }) };
}

function read(text: string, context: Context): Sentence {
  const { now, refused = [] } = context.about;
  const unwanted = new Set(refused.map((words) => words.normalize('NFC').trim().toLowerCase()));
  const isRefused = ({ words }: Candidate) => unwanted.has(words.trim().toLowerCase());
  const candidates = context.about.kinds.length === 0 ? [] : candidatesIn(text, context);
  const { chosen, refused: left } = chooseParts(text, candidates, isRefused);
  const understood = chosen.map(partOf);
  const pieces = piecesOf(text, understood);
  const title = titleOf(pieces);
  const isTitleOnly = title === '';
  const parts = isTitleOnly ? [] : understood;
  return {
    title: isTitleOnly ? text.trim() : title,
    parts,
    refused: left.map(partOf),
    pieces: isTitleOnly ? piecesOf(text, []) : pieces,
    plan: planOf(parts, now),
  };
}

function partOf({ kind, value, words, start, end }: Candidate): Part {
  return { kind, value, words, start, end } as Part;
}
