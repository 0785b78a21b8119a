/** How a to-do comes again, in words and in a form. */
export { recurrenceForm } from './recurrence-form.js';
export { placeInMonth, recurrenceWords } from './recurrence-words.js';
