import type { TodoItem } from '#libs/queries';
import type { TodoRow } from '../views/index.js';

/** A to-do as a list shows it. */
export function todoRow({ id, title, completedAt }: TodoItem): Omit<TodoRow, 'edit'> {
  return { id, title, done: completedAt !== null, ...(completedAt === null ? {} : { completedAt }) };
}
