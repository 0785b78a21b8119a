/** Choosing several to-dos of a list, and what can be done with them. */
export const choose = {
  several: 'Choose<hidden> several</hidden>',
  one: 'Choose: {title}',
  bar: 'What to do with those that are chosen',
  none: 'None is chosen yet. Tick those that you mean.',
  complete: 'Complete',
  reopen: 'Reopen',
  remove: 'Move to trash',
  'move-to': 'Move to the list',
  move: 'Move',
  stop: 'Stop choosing',
};
