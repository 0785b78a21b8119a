import type { Refusal } from './refusal.js';

/** What a command leads to: events (none, when what it asks for is so already), or a refusal. */
export type Decision<Event> = readonly Event[] | Refusal;
