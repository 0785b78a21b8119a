import type { KnownStep, Step } from './fold-stream.js';

/** What one event changed. Texts are as they were at that moment. */
export type Change =
  | {
      readonly kind:
        'created' | 'completed' | 'reopened' | 'removed' | 'restored' | 'moved-up' | 'moved-down';
    }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** To the list of that name. */
  | { readonly kind: 'added'; readonly to: string }
  /** From one list to another. */
  | { readonly kind: 'moved'; readonly from: string; readonly to: string }
  /** It is there, but this version cannot read it. */
  | { readonly kind: 'unreadable'; readonly eventType: string };

type ListStep = Extract<KnownStep, { readonly of: 'list' }>;
type TodoStep = Extract<KnownStep, { readonly of: 'todo' }>;

/** @param nameOf what a list was called at that moment */
export function changeOf(step: Step, nameOf: (listId: string) => string): Change {
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
  ListCreated: 'created',
  ListRemoved: 'removed',
  ListRestored: 'restored',
  TodoCompleted: 'completed',
  TodoReopened: 'reopened',
  TodoRemoved: 'removed',
  TodoRestored: 'restored',
} as const;

function changeOfList({ event, before, after }: ListStep): Change {
  if (event.type === 'ListRenamed') return { kind: 'renamed', from: (before ?? after).name, to: after.name };
  else return { kind: KINDS[event.type] };
}

function changeOfTodo({ event, before, after }: TodoStep, nameOf: (listId: string) => string): Change {
  if (event.type === 'TodoAdded') return { kind: 'added', to: nameOf(after.listId) };
  else if (event.type === 'TodoRenamed')
    return { kind: 'renamed', from: (before ?? after).title, to: after.title };
  else if (event.type === 'TodoMoved') return move(before ?? after, after, nameOf);
  else return { kind: KINDS[event.type] };
}

function move(
  before: TodoStep['after'],
  after: TodoStep['after'],
  nameOf: (listId: string) => string,
): Change {
  if (before.listId !== after.listId) {
    return { kind: 'moved', from: nameOf(before.listId), to: nameOf(after.listId) };
  } else {
    return { kind: after.sortOrder < before.sortOrder ? 'moved-up' : 'moved-down' };
  }
}
