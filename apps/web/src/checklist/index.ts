/** The checklist of a to-do: its fields in the editor, and what becomes of what is typed into them. */
export { checklistForms, itemRows } from './checklist-fields.js';
