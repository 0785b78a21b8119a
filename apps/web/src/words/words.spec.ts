import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry, Step } from '#libs/queries';
import { aTodo } from '../../../../test/support/a-todo.js';
import { asRead } from '../../../../test/support/as-read.js';
import { inLocale } from '../locales/index.js';
import { historyWords, noticeWords, quoted, quotedBriefly, refusalWords, takenBackWords } from './index.js';

const at = new Date(0);
const stored = {
  shard: 7,
  position: 10,
  streamId: 'stream',
  version: 2,
  type: 'TodoSnoozed',
  schemaVersion: 1,
  workspaceId: 'workspace',
  data: {},
  recordedAt: at,
};
const list = {
  id: 'stream',
  workspaceId: 'workspace',
  name: 'Home',
  createdAt: at,
  removedAt: null,
  archivedAt: null,
  version: 1,
};
const todo = aTodo();
const entry = (step: Step, listNames: Partial<HistoryEntry['listNames']> = {}): HistoryEntry => ({
  position: 10,
  actorId: 'somebody',
  commandId: 'command',
  causationId: 'command',
  recordedAt: at,
  moment: '1970-01-01T00:00:00.000000Z',
  step,
  changed: { streamIds: ['stream'], types: [], lastVersions: { stream: 2 }, begin: 10 },
  listNames: { before: undefined, after: undefined, ...listNames },
  labelName: undefined,
});

type TodoStep = Extract<Step, { of: 'todo' }>;

const onTodo = (event: TodoStep['event'], changes: object, before = todo): TodoStep => ({
  of: 'todo',
  stored,
  event,
  before,
  after: { ...before, ...changes },
});

const onList = (event: Extract<Step, { of: 'list' }>['event'], changes: object): Step => ({
  of: 'list',
  stored,
  event,
  before: list,
  after: { ...list, ...changes },
});

const moved = (listId: string, order: string) =>
  onTodo({ type: 'TodoMoved', data: { listId, order } }, { listId, sortOrder: order });

describe('a history', () => {
  it.each<[HistoryEntry, string]>([
    [entry(onList({ type: 'ListCreated', data: { name: 'Home' } }, {})), `Created as ${quoted('Home')}`],
    [
      entry(onList({ type: 'ListRenamed', data: { name: 'House' } }, { name: 'House' })),
      `Renamed from ${quoted('Home')} to ${quoted('House')}`,
    ],
    [entry(onList({ type: 'ListRemoved', data: {} }, {})), 'Moved to the trash'],
    [entry(onList({ type: 'ListRestored', data: {} }, {})), 'Restored from the trash'],
    [entry(onList({ type: 'ListArchived', data: {} }, {})), 'Archived'],
    [entry(onList({ type: 'ListUnarchived', data: {} }, {})), 'Taken out of the archive'],
    [
      entry(onTodo({ type: 'TodoRenamed', data: { title: 'Oat milk' } }, { title: 'Oat milk' })),
      `Renamed from ${quoted('Milk')} to ${quoted('Oat milk')}`,
    ],
    [
      entry(onTodo({ type: 'TodoPrioritised', data: { priority: 'high' } }, { priority: 'high' })),
      'Priority changed from none to high',
    ],
    [entry(onTodo({ type: 'TodoCompleted', data: {} }, {})), 'Completed'],
    [
      entry(onTodo({ type: 'TodoCompletedBefore', data: { at: '1970-01-01T00:00:00.000Z' } }, {})),
      'Done since 1 January 1970, 00:00:00 UTC',
    ],
    [entry(onTodo({ type: 'TodoReopened', data: {} }, {})), 'Reopened'],
    [entry(onTodo({ type: 'TodoRemoved', data: {} }, {})), 'Moved to the trash'],
    [entry(onTodo({ type: 'TodoRestored', data: {} }, {})), 'Restored from the trash'],
    [entry(moved(todo.listId, 'a4')), 'Moved up'],
    [entry(moved(todo.listId, 'a6')), 'Moved down'],
    [
      entry(moved('garden', 'a4'), { before: 'Home', after: 'Garden' }),
      `Moved from ${quoted('Home')} to ${quoted('Garden')}`,
    ],
    [
      entry(moved('garden', 'a4'), { after: 'Garden' }),
      `Moved from a list that cannot be read to ${quoted('Garden')}`,
    ],
    [
      entry({ of: 'unknown', stored, last: undefined }),
      'Something that this version of the app cannot read (TodoSnoozed)',
    ],
  ])('says the same of a list and of a to-do: %j', (told, words) => {
    expect(historyWords(told, 'list')).toBe(words);
    expect(historyWords(told, 'todo')).toBe(words);
  });

  it('says of a new to-do where it was added and as what, except where that can be seen', () => {
    const added = entry(onTodo({ type: 'TodoAdded', data: { listId: 'home', title: 'Milk' } }, {}), {
      after: 'Home',
    });
    expect(historyWords(added, 'todo')).toBe(`Added to ${quoted('Home')} as ${quoted('Milk')}`);
    expect(historyWords(added, 'list')).toBe('Added');
  });
});

describe('what was done to many to-dos at once', () => {
  const many = (event: TodoStep['event']): HistoryEntry & { readonly step: TodoStep } => {
    const step = onTodo(event, {});
    const changed = { streamIds: ['one', 'other'], types: [], lastVersions: {}, begin: 9 };
    return { ...entry(step, { before: 'Home', after: 'Garden' }), step, changed };
  };

  it('is said of all of them, but in the history of one', () => {
    const told = many({ type: 'TodoMoved', data: { listId: 'garden', order: 'a1' } });
    const [from, to] = [quoted('Home'), quoted('Garden')];
    expect(historyWords(told, 'list')).toBe(`2 to-dos moved from ${from} to ${to}`);
    expect(noticeWords(told.step, told)).toBe(`2 to-dos are in ${to} now.`);
    expect(takenBackWords(told.step, told)).toBe(
      `They go back to ${from}, to the places that they had there.`,
    );
    expect(historyWords(many({ type: 'TodoCompleted', data: {} }), 'todo')).toBe('Completed');
  });
});

/** What somebody in Berlin reads. */
const inGerman = <Result>(work: () => Result) =>
  inLocale({ language: 'de', timeZone: 'Europe/Berlin' }, work);

describe('in German', () => {
  it.each<[HistoryEntry, string]>([
    [
      entry(onList({ type: 'ListRenamed', data: { name: 'House' } }, { name: 'House' })),
      'Umbenannt von „Home“ in „House“',
    ],
    [
      entry(onTodo({ type: 'TodoCompletedBefore', data: { at: '1970-01-01T00:00:00.000Z' } }, {})),
      'Erledigt seit 1. Januar 1970, 01:00:00 MEZ',
    ],
    [
      entry(moved('garden', 'a4'), { before: 'Home', after: 'Garden' }),
      'Von „Home“ nach „Garden“ verschoben',
    ],
    [
      entry(moved('garden', 'a4'), { after: 'Garden' }),
      'Von einer unlesbaren Liste nach „Garden“ verschoben',
    ],
    [entry(moved(todo.listId, 'a4')), 'Nach oben verschoben'],
  ])('a history says %j', (told, words) => {
    expect(asRead(inGerman(() => historyWords(told, 'todo')))).toBe(words);
  });

  it('says what has just happened, what takes it back, and why something was refused', () => {
    const told = entry(moved('garden', 'a4'), { before: 'Home', after: 'Garden' });
    const step = moved('garden', 'a4');
    const said = inGerman(() => [
      noticeWords(step, told),
      takenBackWords(step, told),
      refusalWords('title-too-long'),
    ]);
    expect(said.map(asRead)).toEqual([
      '„Milk“ ist jetzt in „Garden“.',
      'Die Aufgabe kommt zurück nach „Home“, an ihren alten Platz.',
      'Das ist zu lang für eine Aufgabe. Nimm höchstens 240 Zeichen.',
    ]);
  });
});

it.each([
  [at, 'It is done again: 1 January 1970, 00:00:00 UTC.'],
  [null, 'It is done again.'],
])('what was reopened is done again since %s, if that is known', (completedAt, words) => {
  const step = onTodo({ type: 'TodoReopened', data: {} }, {}, { ...todo, completedAt });
  expect(takenBackWords(step, entry(step))).toBe(words);
});

describe('a text of somebody within a sentence', () => {
  it('keeps its direction to itself', () => {
    expect(quoted('\u05d0\u05d1')).toBe('“\u2068\u05d0\u05d1\u2069”');
    expect(quoted('\u202eabc\u2069')).toBe('“\u2068abc\u2069”');
  });

  it('is shortened in a notice, between characters as people see them', () => {
    const family = '👩‍👩‍👧';
    expect(quotedBriefly(family.repeat(40))).toBe(quoted(family.repeat(40)));
    expect(quotedBriefly(family.repeat(41))).toBe(quoted(`${family.repeat(40)}…`));
  });
});
