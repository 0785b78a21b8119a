/** What letters do, as their help says it. Only scripts say it: see `scripts`. */
export const keys = {
  keys: 'Keys',
  close: 'Close',
  add: 'Add',
  next: 'The next one',
  previous: 'The one before',
  choose: 'Choose it, to do something with several',
  done: 'Done, or not done',
  edit: 'Edit',
  undo: 'Undo what the page tells of',
  search: 'Search',
  today: 'Go to Today',
  lists: 'Go to your lists',
  trash: 'Go to the trash',
  workspace: 'Change the workspace',
  help: 'Show the keys',
};
