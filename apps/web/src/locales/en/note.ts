/** The note of a to-do. */
export const note = {
  label: 'Note',
  write: 'Write a note',
  change: 'Change the note',
  save: 'Save the note',
  hint: 'In Markdown: *emphasis*, - lists, - [ ] boxes, links.',
  // What a row says of its to-do: the sign in it says it to the eye.
  there: 'Has a note',
  read: 'Read the note of {title}',
  heading: 'Note on <bdi>{name}</bdi>',
  title: 'Note on {name}',
  'was-once': 'This is what it was once.',
  now: 'To the note as it is now',
  none: 'No note',
  'none-here': 'Nothing is written here.',
  more: 'All of it',
};
