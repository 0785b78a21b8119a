import type { Decision } from '../decision.js';
import type { Todo, TodoEvent } from './todo.js';

interface Taken {
  readonly todo: Todo;
  readonly event: TodoEvent;
}

/** For one label of a to-do. Whatever else has been labelled since stays. @param had whether the to-do had it before */
export function labelBack(had: boolean) {
  return ({ todo, event }: Taken): Decision<TodoEvent> => {
    if (!('labelId' in event.data)) return [];
    const { labelId } = event.data;
    if (todo.labelIds.includes(labelId) === had) return [];
    else return [{ type: had ? 'TodoLabelled' : 'TodoUnlabelled', data: { labelId } }];
  };
}

export function hasSameLabels(one: Todo, other: Todo): boolean {
  return (
    one.labelIds.length === other.labelIds.length && one.labelIds.every((id) => other.labelIds.includes(id))
  );
}
