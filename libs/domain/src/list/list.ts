import type { ListEvent } from './list-events.js';

export interface List {
  readonly name: string;
  readonly removed: boolean;
}

/** The state of a list after an event. It never refuses: what is in the log has happened. */
export function evolveList(list: List | undefined, event: ListEvent): List {
  if (event.type === 'ListCreated') return { ...event.data, removed: false };
  else if (list === undefined) throw new Error(`${event.type} comes before ListCreated`);
  else return change(list, event);
}

function change(list: List, event: Exclude<ListEvent, { type: 'ListCreated' }>): List {
  switch (event.type) {
    case 'ListRenamed':
      return { ...list, ...event.data };
    case 'ListRemoved':
      return { ...list, removed: true };
    case 'ListRestored':
      return { ...list, removed: false };
  }
}
