import { uuid } from '../codec.js';
import { event, type EventOf } from '../event-codec.js';

/** One label each, so that what two people label at the same time is kept of both. */
export const LABELLING_EVENTS = {
  TodoLabelled: event({ labelId: uuid }),
  TodoUnlabelled: event({ labelId: uuid }),
};

type LabellingEvent = EventOf<typeof LABELLING_EVENTS>;

/** The labels that a to-do has. */
export interface Labelled {
  /** As they were given: also those that were merged into others since, or removed. */
  readonly labelIds: readonly string[];
}

export function changedLabels({ labelIds }: Labelled, { type, data }: LabellingEvent): Labelled {
  const others = labelIds.filter((id) => id !== data.labelId);
  return { labelIds: type === 'TodoLabelled' ? [...others, data.labelId] : others };
}
