import type { Decision } from '../decision.js';
import { nextOccurrence } from './next-occurrence.js';
import type { Todo, TodoEvent } from './todo.js';

/** Which occurrence somebody is done with. */
interface Occurrence {
  /** The day where whoever asks is. */
  readonly today: string;
  /**
   * Its day, as the page showed it: somebody else may be done with it already, and the next one is not meant. Undefined if the page does
   * not say it.
   */
  readonly occurrence?: string | undefined;
}

/** Completes a to-do, or the present occurrence of one that comes again. */
export function completeTodo(todo: Todo | undefined, asked: Occurrence): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (todo.completedAt !== null || isOver(todo, asked)) return [];
  const following = nextOf(todo, asked);
  return following === undefined
    ? [{ type: 'TodoCompleted', data: {} }]
    : [{ type: 'TodoOccurrenceCompleted', data: following }];
}

/** Leaves out the present occurrence of a to-do that comes again. */
export function skipOccurrence(todo: Todo | undefined, asked: Occurrence): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (todo.recurrence === null) return 'todo-comes-once';
  else if (todo.completedAt !== null || isOver(todo, asked)) return [];
  const following = nextOf(todo, asked);
  return following === undefined
    ? 'todo-last-occurrence'
    : [{ type: 'TodoOccurrenceSkipped', data: following }];
}

function isOver({ occurrence }: Todo, asked: Occurrence): boolean {
  return asked.occurrence !== undefined && occurrence !== null && asked.occurrence !== occurrence;
}

function nextOf({ recurrence, occurrence, occurrencesOver }: Todo, { today }: Occurrence) {
  if (recurrence === null || occurrence === null) return undefined;
  const next = nextOccurrence(recurrence, { occurrence, occurrencesOver, today });
  return next === undefined ? undefined : { occurrence, next };
}
