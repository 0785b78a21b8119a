import type { Decision } from '../decision.js';
import { shownLabels, type LabelEvent, type Labels } from '../label/labels.js';
import { nameLabels, type NamedLabel } from '../label/name-labels.js';
import type { Refusal } from '../refusal.js';
import type { Todo, TodoEvent } from './todo.js';

/** As many as a to-do can have. */
export const MOST_LABELS_OF_TODO = 30;

/** What happens to a to-do, and before that to the labels of its workspace: both at once. */
export interface Labelling {
  readonly events: readonly TodoEvent[];
  readonly created: readonly LabelEvent[];
}

/** Gives a to-do the label of this name, which is made if there is none. */
export function labelTodo(
  todo: Todo | undefined,
  labels: Labels | undefined,
  named: NamedLabel,
): Labelling | Refusal {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else return giveLabels(todo.labelIds, labels, [named]);
}

/**
 * The events that give these labels to a to-do which has others already: also for one that is only just added, whose
 * `TodoAdded` then comes before them.
 */
export function giveLabels(
  had: readonly string[],
  labels: Labels | undefined,
  names: readonly NamedLabel[],
): Labelling | Refusal {
  const found = nameLabels(labels, names);
  if (typeof found === 'string') return found;
  const shown = new Set(shownLabels(labels?.all ?? [], had).map(({ id }) => id));
  const missing = found.labelIds.filter((id) => !shown.has(id));
  if (missing.length > 0 && shown.size + missing.length > MOST_LABELS_OF_TODO) return 'label-too-many';
  const events = missing.map((labelId): TodoEvent => ({ type: 'TodoLabelled', data: { labelId } }));
  return { events, created: found.created };
}

/** Takes a label off, and with it all that were merged into it. */
export function unlabelTodo(
  todo: Todo | undefined,
  labels: Labels | undefined,
  { labelId }: { readonly labelId: string },
): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  const shownAs = new Map(labels?.all.map((label) => [label.id, label.shownAs]));
  const endOf = (id: string) => shownAs.get(id) ?? id;
  return todo.labelIds
    .filter((id) => endOf(id) === endOf(labelId))
    .map((id) => ({ type: 'TodoUnlabelled', data: { labelId: id } }));
}
