import { describe, it } from '@jest/globals';
import { given, stateAfter } from '../../../../../test/support/given.js';
import { evolveTodo, type Todo, type TodoEvent } from '../todo.js';
import { addExtractedTodo, extractChecklistItem } from './extract-checklist-item.js';

const [home, garden, eggs, todoId] = [1, 2, 12, 20].map(
  (nth) => `0190f3a2-7c1b-7000-8000-0000000000${nth + 10}`,
) as [string, string, string, string];
const three: TodoEvent[] = [
  { type: 'TodoAdded', data: { listId: home, title: 'Bake a cake' } },
  { type: 'ChecklistItemAdded', data: { itemId: garden, text: 'Flour' } },
  { type: 'ChecklistItemAdded', data: { itemId: eggs, text: 'Eggs' } },
];
const gone: TodoEvent = { type: 'ChecklistItemRemoved', data: { itemId: eggs } };
const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);
const after = (...history: TodoEvent[]) => stateAfter(evolveTodo, ...history) as Todo;
const extraction = { itemId: eggs, todoId, listId: home, order: 'a1' };
type Changes = Partial<Parameters<typeof extractChecklistItem>[1]>;
const extract =
  (changes: Changes = {}) =>
  (state: Todo | undefined) =>
    extractChecklistItem(state, { ...extraction, ...changes });

describe('an item of which a to-do is made', () => {
  it('is taken out', () =>
    todo(...three)
      .when(extract())
      .then([{ type: 'ChecklistItemExtracted', data: { itemId: eggs, todoId } }]));
  it('stays when there is no place for the to-do', () =>
    todo(...three)
      .when(extract({ order: undefined }))
      .then('todo-neighbour-gone'));
  it('stays when its own to-do is in another list', () =>
    todo(...three)
      .when(extract({ listId: garden }))
      .then('todo-moved-away'));
  it('is refused when it is gone', () =>
    todo(...three, gone)
      .when(extract())
      .then('item-gone'));
  it('is refused when its to-do is in the trash, or not there', () => {
    todo(...three, { type: 'TodoRemoved', data: {} })
      .when(extract())
      .then('todo-in-trash');
    todo().when(extract()).then('todo-not-found');
  });
});

describe('the to-do that is made of an item', () => {
  const list = {
    id: home,
    workspaceId: garden,
    name: 'Home',
    createdAt: new Date(0),
    removedAt: null,
    archivedAt: null,
    version: 1,
  };
  const begin =
    (from: Todo | undefined, changes: Changes = {}, removedAt: Date | null = null) =>
    (state: Todo | undefined) =>
      addExtractedTodo(state, { from, list: { ...list, removedAt } }, { ...extraction, ...changes });

  it('has its text, and its place', () => {
    todo()
      .when(begin(after(...three)))
      .then([{ type: 'TodoAdded', data: { listId: home, title: 'Eggs', order: 'a1' } }]);
  });
  it.each<[string, Todo | undefined, Changes]>([
    ['item-gone', after(...three, gone), {}],
    ['todo-not-found', undefined, {}],
    ['todo-moved-away', after(...three), { listId: garden }],
    ['todo-neighbour-gone', after(...three), { order: undefined }],
  ])('is refused as the other half is: %s', (refusal, from, changes) => {
    todo()
      .when(begin(from, changes))
      .then(refusal as 'item-gone');
  });
  it('is refused when it cannot be added', () => {
    todo()
      .when(begin(after(...three), {}, new Date(1)))
      .then('list-in-trash');
  });
});
