import { APPENDS } from '#libs/event-store';
import type { Need } from '#libs/platform';

/** What commands need of the database, besides the log that queries read as well. */
export const COMMAND_NEEDS: readonly Need[] = [APPENDS];
