import { isDay } from '../day.js';
import type { Decision } from '../decision.js';
import { isTimeOfDay } from '../time-of-day.js';
import { dueText, isSameDue, NOT_DUE, type Due } from './due.js';
import type { Todo, TodoEvent } from './todo.js';

/** What somebody has filled in. Both empty: it is not due at any time. */
interface Scheduled {
  readonly dueDate: string;
  readonly dueTime: string;
  /** The time is meant where this zone's clocks show it. */
  readonly zone: string;
  /**
   * What it was made from, as `dueText` writes it: somebody else may have set another day meanwhile. A form that does not say it may
   * have been made from any.
   */
  readonly from?: string | undefined;
}

type DueProblem = 'dueDate-not-a-day' | 'dueTime-without-a-day' | 'dueTime-not-a-time';

export function scheduleTodo(todo: Todo | undefined, wanted: Scheduled): Decision<TodoEvent> {
  const due = parseDue(wanted);
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (typeof due === 'string') return due;
  else if (due.dueOn === null && todo.recurrence !== null) return 'dueDate-needed';
  else if (isSameDue(due, todo)) return [];
  else if (wanted.from !== dueText(todo)) return 'due-changed';
  else return [scheduling(due)];
}

/** The event after which it is due then. */
export function scheduling({ dueOn, dueTime, dueZone }: Due): TodoEvent {
  if (dueOn === null) return { type: 'TodoUnscheduled', data: {} };
  const time = dueTime === null || dueZone === null ? {} : { dueTime, zone: dueZone };
  return { type: 'TodoScheduled', data: { dueOn, ...time } };
}

function parseDue({ dueDate, dueTime, zone }: Scheduled): Due | DueProblem {
  const [dueOn, time] = [dueDate.trim(), dueTime.trim()];
  if (dueOn === '') return time === '' ? NOT_DUE : 'dueTime-without-a-day';
  else if (!isDay(dueOn)) return 'dueDate-not-a-day';
  else if (time === '') return { ...NOT_DUE, dueOn };
  else return isTimeOfDay(time) ? { dueOn, dueTime: time, dueZone: zone } : 'dueTime-not-a-time';
}
