import { describe, expect, it } from '@jest/globals';
import type { PlacedTodo } from '../get-todo-list.js';
import { PastPage, type TodoPage } from './past-page.js';

const todo = (id: string, order: string, completedAt: Date | null = null): PlacedTodo => ({
  id,
  title: 'Milk',
  priority: 'none',
  noteVersion: 0,
  labelIds: [],
  hasNote: false,
  order,
  completedAt,
  dueOn: null,
  dueTime: null,
  dueZone: null,
  recurrence: null,
  occurrence: null,
  itemCount: 0,
  tickedCount: 0,
});

const past = new Date('2026-11-24');
const four = [todo('d', 'b'), todo('c', 'Z'), todo('b', 'a', past), todo('a', 'a')];

function pageOf(todos: readonly PlacedTodo[], asked: TodoPage) {
  const page = new PastPage(asked);
  for (const todo of todos) page.add(todo);
  return page.read();
}

const ids = (page: ReturnType<PastPage['read']>) => page.todos.map(({ id }) => id);

describe('a page of a past list', () => {
  it('has to-dos in their order, capitals first as in the collation "C", ties by id', () => {
    expect(ids(pageOf(four, { show: 'all' }))).toEqual(['c', 'a', 'b', 'd']);
  });

  it.each([
    ['active', ['c', 'a', 'd']],
    ['done', ['b']],
  ] as const)('shows what is %s, and counts all the same', (show, shown) => {
    const page = pageOf(four, { show });
    expect(ids(page)).toEqual(shown);
    expect(page).toMatchObject({ open: 3, done: 1, pages: { next: undefined } });
  });

  it('goes on behind the last one', () => {
    const first = pageOf(four, { show: 'all', limit: 2 });
    expect(ids(first)).toEqual(['c', 'a']);
    expect(first.pages.next).toEqual({ order: 'a', id: 'a' });
    const second = pageOf(four, { show: 'all', limit: 2, after: first.pages.next });
    expect(ids(second)).toEqual(['b', 'd']);
    expect(second.pages).toEqual({
      before: 2,
      total: 4,
      previous: 'start',
      next: undefined,
      last: undefined,
    });
  });

  it('leads from the middle of a long list to all other pages', () => {
    const many = Array.from({ length: 25 }, (_, n) => todo(`id${n}`, String((n * 7) % 25).padStart(2, '0')));
    const { todos, pages } = pageOf(many, { show: 'all', limit: 4, after: { order: '11', id: 'none' } });
    expect(todos.map(({ order }) => order)).toEqual(['12', '13', '14', '15']);
    expect(pages).toMatchObject({
      before: 12,
      total: 25,
      previous: { order: '07' },
      next: { order: '15' },
      last: { order: '20' },
    });
  });
});
