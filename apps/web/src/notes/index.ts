/** Notes, which are written in Markdown: how pages show them, and the page of one of them. */
export { renderNote } from './render-note.js';
export { versionText } from './version-text.js';
export { TodoNoteController } from './todo-note.controller.js';
