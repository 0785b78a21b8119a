import { evolveTodo, type Todo } from '#libs/domain';

/** A to-do that was just added, with what is different about it: a new property needs no change where it plays no part. */
export function aTodo(changes: Partial<Todo> = {}): Todo {
  const event = { type: 'TodoAdded', data: { listId: HOME, title: 'Milk', order: 'a5' } } as const;
  const log = { streamId: MILK, version: 1, position: 10, workspaceId: WORKSPACE, recordedAt: new Date(0) };
  return { ...evolveTodo(undefined, { event, ...log }), ...changes };
}

const HOME = '0190f3a2-7c1b-7000-8000-000000000001';
const MILK = '0190f3a2-7c1b-7000-8000-000000000002';
const WORKSPACE = '0190f3a2-7c1b-7000-8000-000000000003';
