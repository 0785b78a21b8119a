import type { SaidOfTodo } from '#libs/commands';
import type { Sentence } from '#libs/quick-add';

/** What the command is told of a sentence besides its title. */
export function saidOf({ plan }: Sentence): SaidOfTodo {
  const { dueOn, dueTime, dueZone, recurrence, occurrence, priority } = plan;
  return {
    dueOn,
    dueTime,
    dueZone,
    recurrence,
    occurrence,
    occurrencesOver: 0,
    priority: priority ?? 'none',
  };
}
