/** The checklist of a to-do, and what can be done with its items. */
export const checklist = {
  label: 'Checklist',
  count: '{ticked} of {count} done',
  // What a row says of its to-do: the numbers in it say it to the eye.
  counted: 'Checklist: {ticked} of {count} done',
  tick: 'Tick: {item}',
  untick: 'Untick: {item}',
  text: 'Item',
  save: 'Save item',
  'move-up': 'Move up<hidden>: <bdi>{item}</bdi></hidden>',
  'move-down': 'Move down<hidden>: <bdi>{item}</bdi></hidden>',
  extract: 'Make a to-do of it<hidden>: <bdi>{item}</bdi></hidden>',
  remove: 'Remove<hidden>: <bdi>{item}</bdi></hidden>',
  new: 'A new item of the checklist',
  'new-placeholder': 'What belongs to it?',
  add: 'Add item',
};
