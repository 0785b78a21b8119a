/** Several to-dos at once, a line for each. */
export const lines = {
  several: 'Several lines',
  label: 'New to-dos, a line for each',
  hint: 'What is indented belongs to the checklist of the to-do above it. [x] at the beginning of each line says what is done.',
  add: 'Add all of them',
  cancel: 'Only one',
  wrong: 'Nothing was added: look at line {line}.',
};
