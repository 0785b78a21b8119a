import type { Refusal } from './refusal.js';

/** The result of a command: the events to append (none if nothing would change), or a refusal. */
export type Decision<Event> = readonly Event[] | Refusal;
