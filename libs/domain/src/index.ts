/**
 * To-dos and lists: the events that can happen to them, and the decisions whether they may. Pure, and imports
 * nothing but the reckoning of what comes again: ids come with the command, times with the events, and this code knows neither databases nor pages.
 * For calendar days use `Temporal`, which every process provides as a global.
 */
export { isDay } from './day.js';
export { dueText, type Due } from './todo/due.js';
export { isInTrashWithList } from './todo/in-trash-with-list.js';
export { completeTodo, skipOccurrence } from './todo/complete-todo.js';
export { weekdayOf, weekOfMonth } from './todo/next-occurrence.js';
export {
  recurrenceText,
  UNITS,
  WEEKDAYS,
  type Recurrence,
  type Recurring,
  type Unit,
  type Weekday,
} from './todo/recurrence.js';
export { repeatTodo } from './todo/repeat-todo.js';
export { addTodo } from './todo/add-todo.js';
export {
  addTodoWithItems,
  findProblem,
  MAX_TODOS_AT_ONCE,
  type NewTodo,
} from './todo/add-todo-with-items.js';
export {
  addChecklistItem,
  removeChecklistItem,
  renameChecklistItem,
  tickChecklistItem,
  untickChecklistItem,
} from './todo/checklist/change-checklist.js';
export { MAX_ITEMS, type ChecklistItem } from './todo/checklist/checklist.js';
export { addExtractedTodo, extractChecklistItem } from './todo/checklist/extract-checklist-item.js';
export { moveChecklistItem } from './todo/checklist/move-checklist-item.js';
export { moveTodo } from './todo/move-todo.js';
export { PLAIN_TODO_DECISIONS } from './todo/plain-decisions.js';
export { changedLabels } from './todo/labelling-events.js';
export { noteTodo } from './todo/note-todo.js';
export { excessOf, MAX_NOTE_LENGTH } from './todo/note.js';
export { prioritiseTodo } from './todo/prioritise-todo.js';
export { PRIORITIES, type Priority } from './todo/priority.js';
export { receiveTodo, type ReceivedTodo } from './todo/receive-todo.js';
export { removeTodo } from './todo/remove-todo.js';
export { renameTodo } from './todo/rename-todo.js';
export type { SaidOfTodo } from './todo/said-of-todo.js';
export { renumberTodo } from './todo/renumber-todo.js';
export { scheduleTodo } from './todo/schedule-todo.js';
export { takeBackTodo, type TodoStep } from './todo/take-back-todo.js';
export { restoreTodo } from './todo/restore-todo.js';
export {
  giveLabels,
  labelTodo,
  MOST_LABELS_OF_TODO,
  unlabelTodo,
  type Labelling,
} from './todo/label-todo.js';
export { LABEL_COLOURS, type LabelColour } from './label/colour.js';
export { mergeLabel, recolourLabel, removeLabel, renameLabel } from './label/change-label.js';
export { foldLabelName, MAX_LABEL_LENGTH } from './label/label-name.js';
export {
  evolveEachLabel,
  evolveLabels,
  findLabelNamed,
  shownLabels,
  type Label,
  type LabelEvent,
  type LabelRefusal,
  type Labels,
  type ShownLabel,
} from './label/labels.js';
export { labelProblem, MOST_LABELS, nameLabels, type NamedLabel } from './label/name-labels.js';
export { takeBackLabels } from './label/take-back-labels.js';
export { evolveTodo, type Todo, type TodoEvent, type TodoRefusal } from './todo/todo.js';
export { createList } from './list/create-list.js';
export { removeList } from './list/remove-list.js';
export { renameList } from './list/rename-list.js';
export { takeBackList, type ListStep } from './list/take-back-list.js';
export { archiveList, unarchiveList } from './list/archive-list.js';
export { restoreList } from './list/restore-list.js';
export { receiveList, transferList } from './list/transfer-list.js';
export { evolveList, type List, type ListEvent, type ListRefusal, type Transfer } from './list/list.js';
export type { Recorded } from './recorded.js';
export type { Decision } from './decision.js';
export {
  EVENTS,
  isLabelEvent,
  isListEvent,
  isTodoEvent,
  type DomainEvent,
  type EventType,
} from './events.js';
export { isRefusal, type Refusal } from './refusal.js';
export { MAX_TEXT_LENGTH, parseText, type TextProblem } from './text.js';
