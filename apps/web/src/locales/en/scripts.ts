/** What only scripts say. They know no plurals: a text with a number has one key for one and another for more. */
export const scripts = {
  'discard-typed': 'Discard what you typed?',
  'keep-editing': 'Keep editing',
  discard: 'Discard',
  pasted: 'You have pasted {count} lines.',
  'add-lines': 'Add {count} to-dos',
  'add-checklist': 'Add one to-do with a checklist',
  'one-line': 'Put them on one line',
  saving: 'Being saved',
  quoted: '“{text}”',
  'unsaved-one': '{texts} is not saved yet: the server is not answering just now. This page keeps trying.',
  'unsaved-more': '{texts} are not saved yet: the server is not answering just now. This page keeps trying.',
  'unsaved-last':
    'What you did last is not saved yet: the server is not answering just now. This page keeps trying.',
  unanswered: 'The server is not answering just now. This page keeps trying.',
  workspaces: 'Workspaces',
  'all-workspaces': 'All workspaces',
  'as-of': 'As of {time}.',
  changed: 'Others have changed what this page shows.',
  'looks-too': '{people} is looking at this list too',
  'look-too': '{people} are looking at this list too',
};
