/** The lists of a workspace, and each of them. */
export const lists = {
  'your-lists': 'Your lists',
  'new-name': 'Name of a new list',
  'new-placeholder': 'A new list…',
  create: 'Create',
  'none-heading': 'Every pot starts with one pea',
  'none-for-writer':
    'A list is a place for what there is to do: the shopping, the garden, a trip. Give your first one a name.',
  'none-for-reader':
    'A list is a place for what there is to do: the shopping, the garden, a trip. Nobody has made one yet.',
  label: 'List',
  progress:
    '{open, select, 0 {All {done} done} other {{done, select, 0 {{open} to do} other {{open} to do · {done} done}}}}',
  'progress-empty': 'Nothing in it yet',
  tabs: 'Show',
  all: 'All',
  active: 'Active',
  done: 'Done',
  name: 'Name of the list',
  rename: 'Rename<hidden> this list</hidden>',
  history: 'History<hidden> of this list</hidden>',
  remove: 'Move to trash<hidden>: this list</hidden>',
  'in-trash-for-writer':
    '<strong>This list is in the trash.</strong> Nothing can be added to it until you restore it.',
  'in-trash-for-reader':
    '<strong>This list is in the trash.</strong> Nothing can be added to it until it is restored.',
  restore: 'Restore list',
  archive: 'Archived lists',
  'archive-this': 'Archive<hidden> this list</hidden>',
  unarchive: 'Take out',
  'unarchive-this': 'Take {name} out of the archive',
  'unarchive-list': 'Take it out of the archive',
  'archived-for-writer':
    '<strong>This list is in the archive.</strong> It is not among your lists, and otherwise as it was.',
  'archived-for-reader': '<strong>This list is in the archive.</strong> It is not among the other lists.',
  'archive-empty-heading': 'Nothing in the archive',
  'archive-empty':
    'A list that you are not using for now can be put away here, with everything in it. Its page has a button for it.',
  'none-done-heading': 'Nothing ticked off yet',
  'none-done': 'What you complete turns up here, and can always be opened again.',
  'all-done-heading': 'All done',
  'all-done': 'Put the kettle on. What you have done is under Done.',
  'empty-heading': 'This list is empty',
  empty: 'It had no to-dos when it went to the trash.',
  'fresh-heading': 'A fresh start',
  'fresh-for-writer': 'Write down the first thing above. Nothing you add here gets lost.',
  'fresh-for-reader': 'Nobody has written anything down yet.',
  trashed: '{count, plural, one {# to-do} other {# to-dos}} · moved here {when}',
  'to-transfer': 'Move or copy it to another workspace',
  'transfer-title': 'Move or copy {name}',
  'transfer-heading': 'Move or copy <bdi>{name}</bdi>',
  'transfer-to': 'To the workspace',
  'transfer-all':
    'All of its to-dos go with it, done or not. What happened to them before stays in the history here.',
  'transfer-move': 'Move it there',
  'transfer-copy': 'Copy it there',
  'transfer-nowhere':
    'There is no other workspace in which you may change something. <workspaces>Make one</workspaces>, or ask to be a member of one.',
  'transfer-stopped':
    'Somebody has moved the new list in the other workspace to the trash meanwhile, so the rest was not copied. Nothing is lost: begin again on the page of the list.',
  'side-open':
    '{count, select, 0 {<hidden>nothing to do</hidden>} other {<badge>{count}</badge><hidden> to do</hidden>}}',
  'side-all': 'All lists',
  'back-to': 'Back to the list',
};
