/** A to-do as it is written in lines: what is indented below it is its checklist. */
export interface WrittenTodo extends Written {
  readonly items: readonly Written[];
}

interface Written {
  readonly text: string;
  /** Whether it has a box with a tick. */
  readonly isTicked: boolean;
  /** Counts from 1. */
  readonly line: number;
}

interface Line {
  readonly text: string;
  readonly line: number;
  readonly isItem: boolean;
}

const LINE_BREAK = /\r\n|[\r\n\u0085\u2028\u2029]/;
const TAB = ' '.repeat(4);
const BULLET = /^[-*\u2022](?:\s+|$)/;
const BOX = /^\[([ xX])\](?:\s+|$)/;

/** What is pasted: each line is a to-do, or belongs to the checklist of the one above it. Empty lines mean nothing. */
export function parseLines(text: string): readonly WrittenTodo[] {
  const lines = linesOf(text);
  const plain = [...withoutMarks(lines, false), ...withoutMarks(lines, true)]
    .filter((written) => written.text !== '')
    .toSorted((one, other) => one.line - other.line);
  const todos: { readonly todo: Written; readonly items: Written[] }[] = [];
  for (const { isItem, ...written } of plain) {
    const last = todos.at(-1);
    if (isItem && last !== undefined) last.items.push(written);
    else todos.push({ todo: written, items: [] });
  }
  return todos.map(({ todo, items }) => ({ ...todo, items }));
}

/** What is indented more than the to-do above it belongs to it, however deep. */
function linesOf(text: string): readonly Line[] {
  let indentOfTodo = Infinity;
  return text.split(LINE_BREAK).flatMap((raw, index) => {
    const written = raw.trim();
    if (written === '') return [];
    const indent = raw.replaceAll('\t', TAB).search(/\S/);
    const isItem = indent > indentOfTodo;
    if (!isItem) indentOfTodo = indent;
    return [{ text: written, line: index + 1, isItem }];
  });
}

/** Bullets and boxes are marks of a list when each line has them; else one of them is a part of its text. */
function withoutMarks(lines: readonly Line[], isItem: boolean) {
  const level = lines.filter((line) => line.isItem === isItem);
  const texts = level.map(({ text }) => text);
  const bare = isMarked(BULLET, texts) ? texts.map((text) => text.replace(BULLET, '')) : texts;
  const hasBoxes = isMarked(BOX, bare);
  return level.map(({ line }, index) => {
    const text = bare[index] ?? '';
    const isTicked = hasBoxes && BOX.exec(text)?.[1] !== ' ';
    return { text: hasBoxes ? text.replace(BOX, '') : text, isTicked, line, isItem };
  });
}

const isMarked = (mark: RegExp, texts: readonly string[]) => texts.every((text) => mark.test(text));
