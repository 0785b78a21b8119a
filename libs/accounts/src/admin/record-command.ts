import { audit, type Happened } from '../audit.js';
import type { PeopleStore } from '../people-store.js';
import { BY_COMMAND } from './change-account.js';

/** Records that a command was given which changes or takes away what is everybody's. */
export async function recordCommand(store: PeopleStore, { details, ...happened }: Happened): Promise<void> {
  await store.change(async (manager) => {
    audit(manager, { ...happened, details: { ...BY_COMMAND, ...details } });
  });
}
