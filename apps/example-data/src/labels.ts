import { nameLabels, type Decision, type LabelEvent } from '#libs/domain';
import type { Deed } from './deed.js';
import type { Ids } from './ids.js';
import { ANNA } from './people.js';

/** What tasks are marked with. */
export const LABELS = [
  'Phone',
  'Errand',
  'With the children',
  'Costs money',
  'Waiting',
  'Five minutes',
] as const;

/** The labels of the household, all made at once. @param workspaceId their stream, too */
export function makeLabels(at: Temporal.ZonedDateTime, ids: Ids, workspaceId: string): Deed {
  const named = LABELS.map((name) => ({ name, newId: ids.at(at) }));
  return {
    at,
    by: ANNA,
    on: workspaceId,
    decide: ({ labels }): Decision<LabelEvent> => {
      const found = nameLabels(labels(), named);
      return typeof found === 'string' ? found : found.created;
    },
  };
}
