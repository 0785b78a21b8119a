import { StrictCookie } from '../../access/index.js';

/** In seconds: a little longer than the database remembers it. */
export const PENDING_LIFE = 15 * 60;

/** Says between the two steps of signing in which sign-in is to be finished. It signs nobody in. */
export const pendingCookie = new StrictCookie('garbanzo-pending');
