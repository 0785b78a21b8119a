import { describe, expect, it } from '@jest/globals';
import { done, dueOn, set, skipped } from '../../../../../test/support/bins.js';
import { given, stateAfter } from '../../../../../test/support/given.js';
import type { Decision } from '../../decision.js';
import { evolveTodo, type Todo, type TodoEvent } from '../todo.js';
import {
  addChecklistItem,
  removeChecklistItem,
  renameChecklistItem,
  tickChecklistItem,
  untickChecklistItem,
} from './change-checklist.js';
import { MAX_ITEMS } from './checklist.js';
import { moveChecklistItem } from './move-checklist-item.js';

const id = (nth: number) => `0190f3a2-7c1b-7000-8000-${String(nth).padStart(12, '0')}`;
const [home, flour, eggs, sugar, cake] = [id(1), id(11), id(12), id(13), id(20)];

const added: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Bake a cake' } };
const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
const item = (itemId: string, text: string): TodoEvent => ({
  type: 'ChecklistItemAdded',
  data: { itemId, text },
});
const of = (type: 'Ticked' | 'Unticked' | 'Removed', itemId: string): TodoEvent => ({
  type: `ChecklistItem${type}`,
  data: { itemId },
});
const moved = (itemId: string, before: string | null): TodoEvent => ({
  type: 'ChecklistItemMoved',
  data: { itemId, before },
});
const three = [added, item(flour, 'Flour'), item(eggs, 'Eggs'), item(sugar, 'Sugar')];
const full = [added, ...Array.from({ length: MAX_ITEMS }, (_, nth) => item(id(100 + nth), `Item ${nth}`))];

const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);
const after = (...history: TodoEvent[]) => stateAfter(evolveTodo, ...history) as Todo;
const texts = ({ checklist }: Todo) => checklist.map(({ text }) => text);

type OnTodo = (state: Todo | undefined) => Decision<TodoEvent>;
const add =
  (text: string, itemId = sugar): OnTodo =>
  (state) =>
    addChecklistItem(state, { itemId, item: text });
const rename =
  (text: string, from?: string): OnTodo =>
  (state) =>
    renameChecklistItem(state, { itemId: eggs, item: text, from });
const tick: OnTodo = (state) => tickChecklistItem(state, { itemId: eggs });
const untick: OnTodo = (state) => untickChecklistItem(state, { itemId: eggs });
const remove: OnTodo = (state) => removeChecklistItem(state, { itemId: eggs });
const move =
  (itemId: string, to: { up: string } | { down: string }): OnTodo =>
  (state) =>
    moveChecklistItem(state, { itemId, ...to });
describe('an item of a checklist', () => {
  it('is added behind the others', () => {
    todo(...three.slice(0, 3))
      .when(add(' Sugar '))
      .then([item(sugar, 'Sugar')]);
    expect(texts(after(...three))).toEqual(['Flour', 'Eggs', 'Sugar']);
  });
  it('is added once', () =>
    todo(...three)
      .when(add('Sugar'))
      .then([]));
  it.each<[string, string]>([
    ['item-empty', ' '],
    ['item-too-long', 'x'.repeat(241)],
    ['item-not-text', 'two\nlines'],
  ])('is refused as %s: %j', (refusal, text) => {
    todo(added)
      .when(add(text))
      .then(refusal as 'item-empty');
    todo(...three)
      .when(rename(text, 'Eggs'))
      .then(refusal as 'item-empty');
  });
  it('is one too many behind so many others', () => {
    todo(...full.slice(0, -1))
      .when(add('The last'))
      .then([item(sugar, 'The last')]);
    todo(...full)
      .when(add('One more'))
      .then('item-one-too-many');
  });

  it('is renamed', () =>
    todo(...three)
      .when(rename('Three eggs', 'Eggs'))
      .then([{ type: 'ChecklistItemRenamed', data: { itemId: eggs, text: 'Three eggs' } }]));
  it('is not renamed to what it is called, whatever that was made from', () =>
    todo(...three)
      .when(rename('Eggs', 'Egg'))
      .then([]));
  it.each(['Egg', undefined])('is not renamed from %j, which it is not called', (from) =>
    todo(...three)
      .when(rename('Two eggs', from))
      .then('item-changed'),
  );

  it('is ticked and unticked, each once', () => {
    todo(...three)
      .when(tick)
      .then([of('Ticked', eggs)]);
    todo(...three, of('Ticked', eggs))
      .when(tick)
      .then([]);
    todo(...three, of('Ticked', eggs))
      .when(untick)
      .then([of('Unticked', eggs)]);
    todo(...three)
      .when(untick)
      .then([]);
  });
  it('is counted, and does not complete its to-do when it is the last one to be ticked', () => {
    const ticked = after(...three, ...[flour, eggs, sugar].map((each) => of('Ticked', each)));
    expect(ticked).toMatchObject({ itemCount: 3, tickedCount: 3, completedAt: null });
    expect(after(...three, of('Ticked', eggs), of('Removed', eggs))).toMatchObject({
      itemCount: 2,
      tickedCount: 0,
    });
  });

  it('is removed once', () => {
    todo(...three)
      .when(remove)
      .then([of('Removed', eggs)]);
    todo(added).when(remove).then([]);
  });

  it.each<[string, OnTodo, TodoEvent, string[]]>([
    ['up', move(sugar, { up: eggs }), moved(sugar, eggs), ['Flour', 'Sugar', 'Eggs']],
    ['to the beginning', move(sugar, { up: flour }), moved(sugar, flour), ['Sugar', 'Flour', 'Eggs']],
    ['down', move(flour, { down: eggs }), moved(flour, sugar), ['Eggs', 'Flour', 'Sugar']],
    ['to the end', move(eggs, { down: sugar }), moved(eggs, null), ['Flour', 'Sugar', 'Eggs']],
  ])('is moved %s', (_, decide, expected, order) => {
    todo(...three)
      .when(decide)
      .then([expected]);
    expect(texts(after(...three, expected))).toEqual(order);
  });
  it('stays where it is when it stands there already', () => {
    todo(...three)
      .when(move(flour, { up: eggs }))
      .then([]);
    todo(...three)
      .when(move(sugar, { down: eggs }))
      .then([]);
    todo(...three)
      .when(move(sugar, { up: sugar }))
      .then([]);
  });
  it('is not moved past one that is not there any more', () =>
    todo(...three, of('Removed', flour))
      .when(move(sugar, { up: flour }))
      .then('item-neighbour-gone'));

  it.each<[string, OnTodo]>([
    ['renaming', rename('Two eggs', 'Eggs')],
    ['ticking', tick],
    ['unticking', untick],
    ['moving', move(eggs, { up: flour })],
  ])('that is gone is refused when it comes to %s it', (_, decide) =>
    todo(...three, of('Removed', eggs))
      .when(decide)
      .then('item-gone'),
  );

  it.each<[string, OnTodo]>([
    ['adding', add('Milk', cake)],
    ['renaming', rename('Two eggs', 'Eggs')],
    ['ticking', tick],
    ['unticking', untick],
    ['moving', move(eggs, { up: flour })],
    ['removing', remove],
  ])('is refused without its to-do, and in the trash, when it comes to %s it', (_, decide) => {
    todo().when(decide).then('todo-not-found');
    todo(...three, removed)
      .when(decide)
      .then('todo-in-trash');
  });
});

describe('the checklist of a to-do that comes again', () => {
  const weekly = [...three, dueOn('2026-11-27'), set()];

  it.each([done, skipped])('begins again with each occurrence', (over) => {
    const next = after(...weekly, of('Ticked', flour), of('Ticked', eggs), over);
    expect(next).toMatchObject({ itemCount: 3, tickedCount: 0 });
    expect(texts(next)).toEqual(['Flour', 'Eggs', 'Sugar']);
  });
});
