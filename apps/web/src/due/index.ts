/** When something is due: for whoever reads it, in their words and their zone. It asks for nothing but what time it is. */
export { changesAt } from './changes-at.js';
export { dueFields, dueForm, parseDueText, wantedDue } from './due-fields.js';
export { dueOnRow, dueWords, plainDueOnRow, type DueOnRow } from './due-words.js';
export { isOverdue, readersDue, type ReadersDue } from './readers-due.js';
