import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { evolveList } from '../list/list.js';
import type { ListEvent } from '../list/list.js';
import { addTodo } from './add-todo.js';
import type { SaidOfTodo } from './said-of-todo.js';
import { isInTrashWithList } from './in-trash-with-list.js';
import { removeTodo } from './remove-todo.js';
import { renameTodo } from './rename-todo.js';
import { restoreTodo } from './restore-todo.js';
import { evolveTodo } from './todo.js';
import type { TodoEvent } from './todo.js';

const home = '0190f3a2-7c1b-7000-8000-000000000001';
const garden = '0190f3a2-7c1b-7000-8000-000000000002';

const created: ListEvent = { type: 'ListCreated', data: { name: 'Home' } };
const list = stateAfter(evolveList, created);
const removedList = stateAfter(evolveList, created, { type: 'ListRemoved', data: {} });

const added: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Buy milk' } };
const completed: TodoEvent = { type: 'TodoCompleted', data: {} };
const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
const restored: TodoEvent = { type: 'TodoRestored', data: {} };
const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);

describe('adding a to-do', () => {
  const add =
    (title: string, to = list) =>
    (state: Parameters<typeof addTodo>[0]) =>
      addTodo(state, to, { listId: home, title });

  it('records its title and list', () => todo().when(add('Buy milk')).then([added]));
  it('trims and normalises the title', () =>
    todo()
      .when(add('  Cafe\u0301 '))
      .then([{ type: 'TodoAdded', data: { listId: home, title: 'Café' } }]));
  it('records in one go what was said of it', () => {
    const due = { dueOn: '2026-12-01', dueTime: '18:00', dueZone: 'Europe/Berlin' };
    const rule = { every: 1, unit: 'month', weekdays: [], on: 'day', from: 'due' } as const;
    const recurrence = { ...rule, until: null, times: null, start: '2026-12-01' };
    const recurring = { recurrence, occurrence: '2026-12-01', occurrencesOver: 0 };
    const said: SaidOfTodo = { priority: 'high', ...due, ...recurring };
    todo()
      .when((state) => addTodo(state, list, { listId: home, title: 'Buy milk', said }))
      .then([
        added,
        { type: 'TodoPrioritised', data: { priority: 'high' } },
        { type: 'TodoScheduled', data: { dueOn: '2026-12-01', dueTime: '18:00', zone: 'Europe/Berlin' } },
        { type: 'TodoRecurrenceSet', data: { ...recurrence, occurrence: '2026-12-01', occurrencesOver: 0 } },
      ]);
  });
  it('is refused without a title', () => todo().when(add('   ')).then('title-empty'));
  it.each([
    '\u200b',
    '\ufe0f',
    '\u034f',
    '\u115f\u3164',
    '\u{e0100}\u{e0061}',
    '\u17b4 \u180e',
    '\u2800',
    '\u{1d159}',
    '\u{13441}\u{13442}',
    '\u{16fe4}',
    '\ufffc',
    '\ue000\u{f0000}',
    '\u0378',
    '\u{1ffff}',
  ])('is refused when nothing of the title can be seen: %j', (title) =>
    todo().when(add(title)).then('title-empty'),
  );
  it.each(['❤️', 'a\u0301', '👩‍🌾', '\u05e9\u05dc'])('takes what can be seen: %s', (title) =>
    todo()
      .when(add(title))
      .then([{ type: 'TodoAdded', data: { listId: home, title: title.normalize('NFC') } }]),
  );
  it('is refused when the title is too long', () =>
    todo()
      .when(add('x'.repeat(241)))
      .then('title-too-long'));
  it.each(['a\0b', 'a\nb', 'a\u2028b', 'a\ud800b'])(
    'is refused when the title is not a line of text: %j',
    (title) => todo().when(add(title)).then('title-not-text'),
  );
  it('is refused in a list that is in the trash', () =>
    todo().when(add('Buy milk', removedList)).then('list-in-trash'));
  it('is refused in a list that does not exist', () =>
    todo()
      .when((state) => addTodo(state, undefined, { listId: home, title: 'Buy milk' }))
      .then('list-not-found'));
  it('is refused under an id that is taken', () => todo(added).when(add('Buy milk')).then('todo-exists'));
});

describe('the length of a title', () => {
  it('counts code points rather than UTF-16 units', () => {
    const title = '🫘'.repeat(240);
    todo(added)
      .when((state) => renameTodo(state, { title, from: 'Buy milk' }))
      .then([{ type: 'TodoRenamed', data: { title } }]);
    todo(added)
      .when((state) => renameTodo(state, { title: `${title}x`, from: 'Buy milk' }))
      .then('title-too-long');
  });
});

describe('renaming a to-do', () => {
  const rename = (title: string) => (state: Parameters<typeof renameTodo>[0]) =>
    renameTodo(state, { title, from: 'Buy milk' });

  it('records the new title', () =>
    todo(added)
      .when(rename('Buy oat milk'))
      .then([{ type: 'TodoRenamed', data: { title: 'Buy oat milk' } }]));
  it('to the title it has records nothing', () => todo(added).when(rename('Buy milk ')).then([]));
  it('records the new title when the one it was made from still stands', () =>
    todo(added)
      .when((state) => renameTodo(state, { title: 'Oat milk', from: 'Buy milk' }))
      .then([{ type: 'TodoRenamed', data: { title: 'Oat milk' } }]));
  it('is refused when somebody else has given it another title meanwhile', () =>
    todo(added, { type: 'TodoRenamed', data: { title: 'Buy rice' } })
      .when((state) => renameTodo(state, { title: 'Oat milk', from: 'Buy milk' }))
      .then('title-changed'));
  it('is refused when nobody says which title the new one was made from', () =>
    todo(added)
      .when((state) => renameTodo(state, { title: 'Oat milk', from: undefined }))
      .then('title-changed'));
  it('records nothing when somebody else has given it the same title meanwhile', () =>
    todo(added, { type: 'TodoRenamed', data: { title: 'Oat milk' } })
      .when((state) => renameTodo(state, { title: 'Oat milk', from: 'Buy milk' }))
      .then([]));
  it('is refused without a title', () => todo(added).when(rename('')).then('title-empty'));
  it('is refused in the trash', () => todo(added, removed).when(rename('x')).then('todo-in-trash'));
  it('is refused when there is none', () => todo().when(rename('x')).then('todo-not-found'));
});

describe('a to-do', () => {
  const state = stateAfter(evolveTodo, added);
  const inTrash = stateAfter(evolveTodo, added, removed);

  it('is in the trash with its list, unless it went there by itself or the list has come back', () => {
    expect(isInTrashWithList(state, removedList)).toBe(true);
    expect(isInTrashWithList(inTrash, removedList)).toBe(false);
    expect(isInTrashWithList(state, list)).toBe(false);
    expect(isInTrashWithList(undefined, removedList)).toBe(false);
  });
});

describe('the trash', () => {
  it('removing records it', () => todo(added).when(removeTodo).then([removed]));
  it('removing twice records it once', () => todo(added, removed).when(removeTodo).then([]));
  const restore = (to: typeof list | undefined) => (state: Parameters<typeof restoreTodo>[0]) =>
    restoreTodo(state, to);

  it('restoring records it', () => todo(added, removed).when(restore(list)).then([restored]));
  it('restoring is refused while its list is in the trash', () =>
    todo(added, removed).when(restore(removedList)).then('todo-list-in-trash'));
  it('restoring what is not in the trash records nothing', () =>
    todo(added).when(restore(removedList)).then([]));
  it('gives a to-do back as it was', () => {
    const before = stateAfter(evolveTodo, added, completed);
    const after = stateAfter(evolveTodo, added, completed, removed, restored);
    const lastEvent = { version: 4, position: 103, changedAt: new Date(3_000) };
    expect(after).toEqual({ ...before, ...lastEvent });
  });
  it.each([removeTodo, restore(list)])('is refused when there is none (%p)', (decide) =>
    todo().when(decide).then('todo-not-found'),
  );
});

describe('a history', () => {
  it('places a to-do by the position of its event, unless version 0.1.0 has placed it', () => {
    expect(stateAfter(evolveTodo, added)?.sortOrder).toBe('h0000001c');
    const old: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Milk', order: 'gUSjb0QW' } };
    expect(stateAfter(evolveTodo, old)?.sortOrder).toBe('gUSjb0QW');
  });
  it('remembers the lists that a to-do was moved out of', () => {
    const to = (listId: string): TodoEvent => ({ type: 'TodoMoved', data: { listId, order: 'a1' } });
    const there = stateAfter(evolveTodo, added, to(garden));
    expect(there).toMatchObject({ listId: garden, formerListIds: [home], sortOrder: 'a1' });
    expect(stateAfter(evolveTodo, added, to(garden), to(home))?.formerListIds).toEqual([home, garden]);
  });
  it('that does not begin with TodoAdded cannot be folded', () => {
    expect(() => stateAfter(evolveTodo, completed)).toThrow('TodoCompleted comes before TodoAdded');
  });
});
