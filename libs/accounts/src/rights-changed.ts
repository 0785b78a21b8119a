/**
 * The NOTIFY channel on which the database names each account whose rights or name may be others than before. What ends by
 * itself, such as a session that nobody uses, is not told.
 */
export const RIGHTS_CHANGED = 'garbanzo_rights';
