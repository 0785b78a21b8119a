import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { evolveList, type List } from '../list/list.js';
import { addTodoWithItems, findProblem, type NewTodo } from './add-todo-with-items.js';
import { evolveTodo, type Todo, type TodoEvent } from './todo.js';

const listId = '0190f3a2-7c1b-7000-8000-000000000001';
const itemId = '0190f3a2-7c1b-7000-8000-000000000002';
const home = stateAfter(evolveList, { type: 'ListCreated', data: { name: 'Home' } }) as List;
const added: TodoEvent = { type: 'TodoAdded', data: { listId, title: 'Bake a cake' } };
const flour: TodoEvent = { type: 'ChecklistItemAdded', data: { itemId, text: 'Flour' } };
const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);

const item = { itemId, text: 'Flour', isTicked: false };
const add =
  (changes: Partial<NewTodo> = {}, list: List | undefined = home) =>
  (state: Todo | undefined) =>
    addTodoWithItems(state, list, {
      listId,
      title: 'Bake a cake',
      isDone: false,
      items: [item],
      ...changes,
    });

describe('what is written in lines', () => {
  const line = (text: string, nth: number, items: readonly string[] = []) => ({
    text,
    line: nth,
    items: items.map((each, index) => ({ text: each, line: nth + 1 + index })),
  });
  const long = 'x'.repeat(241);

  it.each([
    [[line('Milk', 1), line(long, 3)], { refusal: 'title-too-long', line: 3 }],
    [[line('Milk', 1, ['Fresh', long])], { refusal: 'item-too-long', line: 3 }],
    [[line('Milk', 1, Array<string>(202).fill('Fresh'))], { refusal: 'item-one-too-many', line: 202 }],
    [
      Array.from({ length: 1_001 }, (_, nth) => line('Milk', nth + 1)),
      { refusal: 'title-one-too-many', line: 1_001 },
    ],
    [Array.from({ length: 1_000 }, (_, nth) => line('Milk', nth + 1, ['Fresh'])), undefined],
  ])('is refused where the first problem is, or not at all', (todos, problem) => {
    expect(findProblem(todos)).toEqual(problem);
  });
});

describe('adding a to-do with its checklist', () => {
  it('records both', () => todo().when(add()).then([added, flour]));
  it('records what was ticked and done', () =>
    todo()
      .when(add({ isDone: true, items: [{ ...item, isTicked: true }] }))
      .then([
        added,
        flour,
        { type: 'ChecklistItemTicked', data: { itemId } },
        { type: 'TodoCompleted', data: {} },
      ]));
  it.each<[string, Partial<NewTodo>]>([
    ['title-empty', { title: ' ' }],
    ['item-empty', { items: [{ ...item, text: ' ' }] }],
    ['item-too-long', { items: [{ ...item, text: 'x'.repeat(241) }] }],
    ['item-one-too-many', { items: Array.from({ length: 201 }, () => item) }],
  ])('is refused as a whole: %s', (refusal, changes) =>
    todo()
      .when(add(changes))
      .then(refusal as 'item-empty'),
  );
  it('is refused in the trash, and twice', () => {
    todo()
      .when(add({}, { ...home, removedAt: new Date(1) }))
      .then('list-in-trash');
    todo(added).when(add()).then('todo-exists');
  });
});
