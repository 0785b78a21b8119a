/** Adding a to-do by a sentence: what is read of it, and how that is shown. */
export { AddTodoForms } from './add-todo.forms.js';
export { QuickAdd } from './quick-add.js';
export { SentenceController } from './sentence.controller.js';
