import type { Change } from './steps.js';

/** A workspace. */
export interface Home {
  readonly id: string;
  /** In the name of everything that is in it. */
  readonly canary: string;
}

/** A list or a to-do. */
export interface Thing {
  readonly id: string;
  readonly home: string;
}

/** The addresses of all pages, for a workspace and things that need not be in it. */
export function pathsOf({ id }: Home, lists: readonly Thing[], todos: readonly Thing[]): string[] {
  const root = `/w/${id}`;
  const now = new Date().toISOString();
  return [
    '/',
    '/upcoming',
    '/account',
    root,
    `${root}/trash`,
    `${root}/none`,
    ...lists.flatMap((list) => [
      `${root}/lists/${list.id}`,
      `${root}/lists/${list.id}?show=done`,
      `${root}/lists/${list.id}?edit=list&did=${list.id}`,
      `${root}/lists/${list.id}?asOf=${now}`,
      `${root}/lists/${list.id}/history`,
    ]),
    ...todos.flatMap((todo) => [
      `${root}/todos/${todo.id}/history`,
      `${root}?did=${todo.id}`,
      `${root}/trash?did=${todo.id}`,
      `/?in=${id}&did=${todo.id}`,
    ]),
  ];
}

interface Filled {
  readonly list: string;
  readonly todo: string;
  readonly text: string;
}

/** Where a form is posted to, and what is in it. */
export function pathOfChange(
  { does }: Change,
  { id }: Home,
  { list, todo, text }: Filled,
): { readonly path: string; readonly fields: Readonly<Record<string, string>> } {
  const root = `/w/${id}`;
  switch (does) {
    case 'add-list':
      return { path: `${root}/lists`, fields: { name: text } };
    case 'add-todo':
      return { path: `${root}/lists/${list}/todos`, fields: { title: text } };
    case 'move':
      return { path: `${root}/todos/${todo}/move`, fields: { listId: list, onList: list, before: '' } };
    case 'remove-todo':
      return { path: `${root}/todos/${todo}/remove`, fields: { onList: list } };
    case 'remove-list':
      return { path: `${root}/lists/${list}/remove`, fields: {} };
    case 'restore-list':
      return { path: `${root}/lists/${list}/restore`, fields: {} };
  }
}
