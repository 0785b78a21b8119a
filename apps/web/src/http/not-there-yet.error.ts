/** What was asked for may have just been made: it is in the log, and the tables that pages are read from lag behind. */
export class NotThereYetError extends Error {}
