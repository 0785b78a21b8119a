/** The labels of a workspace, and of a to-do. */
export const labels = {
  'of-todo': 'Labels',
  // Before the name, for who hears it.
  is: 'Label:',
  label: 'Name of the label',
  add: 'Add label',
  remove: 'Take off {name}',
  // The colours, within a sentence.
  grey: 'grey',
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  teal: 'teal',
  blue: 'blue',
  violet: 'violet',
  pink: 'pink',
};
