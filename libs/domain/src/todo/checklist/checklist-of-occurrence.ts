import type { RecurringEvent } from '../recurring-events.js';
import { withItems, type WithChecklist } from './checklist.js';

/**
 * What becomes of the items when an occurrence is over: the next one begins with none of them ticked. When that is taken back, those are
 * ticked again that were, and those stay so that somebody has ticked meanwhile.
 */
export function checklistOfOccurrence(
  { checklist }: WithChecklist,
  event: RecurringEvent,
): Partial<WithChecklist> {
  switch (event.type) {
    case 'TodoRecurrenceSet':
    case 'TodoRecurrenceEnded':
      return {};
    case 'TodoOccurrenceCompleted':
    case 'TodoOccurrenceSkipped':
      return withItems(checklist.map((item) => ({ ...item, isTicked: false })));
    case 'TodoOccurrenceTakenBack': {
      const ticked = new Set(event.data.ticked);
      return withItems(
        checklist.map((item) => ({ ...item, isTicked: item.isTicked || ticked.has(item.id) })),
      );
    }
  }
}
