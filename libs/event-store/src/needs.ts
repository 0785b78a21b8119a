import type { Need } from '#libs/platform';
import { STORED_EVENT } from './stored-event.js';

const remedy = 'run garbanzo doctor, which names the right or the object that is missing';

export const READS_LOG: Need = {
  name: 'log',
  ask: (database) => database.query(`select ${STORED_EVENT} from events e, workspaces w limit 0`),
  remedy,
};

/** Appends nothing, by the function that appends everything: it takes no lock and draws no position. */
export const APPENDS: Need = {
  name: 'appending',
  ask: (database) => database.query(`select from append_events('[]')`),
  remedy,
};
