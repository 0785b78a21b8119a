import type { KnownStep, Step } from './fold-stream.js';

/** What one event changed. Texts are as they were at that moment; the name of a list that cannot be read is undefined. */
export type Change =
  | { readonly kind: 'completed' | 'reopened' | 'removed' | 'restored' | 'moved-up' | 'moved-down' }
  | { readonly kind: 'created'; readonly name: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'added'; readonly title: string; readonly toList: string | undefined }
  /** From one list to another. */
  | { readonly kind: 'moved'; readonly fromList: string | undefined; readonly toList: string | undefined }
  /** It is there, but this version cannot read it. */
  | { readonly kind: 'unreadable'; readonly eventType: string };

/** What a list was called at the moment of the change. */
type NameOf = (listId: string) => string | undefined;

type ListStep = Extract<KnownStep, { readonly of: 'list' }>;
type TodoStep = Extract<KnownStep, { readonly of: 'todo' }>;

export function changeOf(step: Step, nameOf: NameOf): Change {
  switch (step.of) {
    case 'list':
      return changeOfList(step);
    case 'todo':
      return changeOfTodo(step, nameOf);
    case 'unknown':
      return { kind: 'unreadable', eventType: step.stored.type };
  }
}

/** What says all there is to say by its type. */
const KINDS = {
  ListRemoved: 'removed',
  ListRestored: 'restored',
  TodoCompleted: 'completed',
  TodoReopened: 'reopened',
  TodoRemoved: 'removed',
  TodoRestored: 'restored',
} as const;

function changeOfList({ event, before, after }: ListStep): Change {
  if (event.type === 'ListCreated') return { kind: 'created', name: after.name };
  else if (event.type === 'ListRenamed')
    return { kind: 'renamed', from: (before ?? after).name, to: after.name };
  else return { kind: KINDS[event.type] };
}

function changeOfTodo({ event, before, after }: TodoStep, nameOf: NameOf): Change {
  if (event.type === 'TodoAdded') return { kind: 'added', title: after.title, toList: nameOf(after.listId) };
  else if (event.type === 'TodoRenamed')
    return { kind: 'renamed', from: (before ?? after).title, to: after.title };
  else if (event.type === 'TodoMoved') return move(before ?? after, after, nameOf);
  else return { kind: KINDS[event.type] };
}

function move(before: TodoStep['after'], after: TodoStep['after'], nameOf: NameOf): Change {
  if (before.listId !== after.listId) {
    return { kind: 'moved', fromList: nameOf(before.listId), toList: nameOf(after.listId) };
  } else {
    return { kind: after.sortOrder < before.sortOrder ? 'moved-up' : 'moved-down' };
  }
}
