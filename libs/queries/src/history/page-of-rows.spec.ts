import { describe, expect, it } from '@jest/globals';
import type { Todo } from '#libs/domain';
import { aTodo } from '../../../../test/support/a-todo.js';
import { pageOfRows } from './page-of-rows.js';

const row = (id: string, sortOrder: string, changes: Partial<Todo> = {}): Todo =>
  aTodo({ id, sortOrder, ...changes });

const past = new Date('2026-11-24');
const rows = [
  row('d', 'b'),
  row('c', 'Z'),
  row('b', 'a', { completedAt: past }),
  row('a', 'a'),
  row('e', 'A', { removedAt: past }),
];
const ids = (page: ReturnType<typeof pageOfRows>) => page.todos.map(({ id }) => id);

describe('a page of rows', () => {
  it('has them in their order, capitals first as in the collation "C", ties by id', () => {
    expect(ids(pageOfRows(rows, { show: 'all' }))).toEqual(['c', 'a', 'b', 'd']);
  });

  it('leaves out what is in the trash, and counts the rest', () => {
    expect(pageOfRows(rows, { show: 'all' })).toMatchObject({ open: 3, done: 1, pages: { next: undefined } });
  });

  it.each([
    ['active', ['c', 'a', 'd']],
    ['done', ['b']],
  ] as const)('shows what is %s, and counts all the same', (show, shown) => {
    const page = pageOfRows(rows, { show });
    expect(ids(page)).toEqual(shown);
    expect(page).toMatchObject({ open: 3, done: 1 });
  });

  it('goes on behind the last one', () => {
    const first = pageOfRows(rows, { show: 'all', limit: 2 });
    expect(ids(first)).toEqual(['c', 'a']);
    expect(first.pages.next).toEqual({ order: 'a', id: 'a' });
    const second = pageOfRows(rows, { show: 'all', limit: 2, after: first.pages.next });
    expect(ids(second)).toEqual(['b', 'd']);
    expect(second.pages).toEqual({
      before: 2,
      total: 4,
      previous: 'start',
      next: undefined,
      last: undefined,
    });
  });
});
