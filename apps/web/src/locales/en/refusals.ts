/** Why a list or a to-do is not as somebody wanted it, and what to do about it: by the refusal. */
export const refusals = {
  'name-empty': 'Give the list a name.',
  'name-too-long': 'That is too long for a name. Keep it to {most} characters.',
  'name-not-text': 'A name is one line of text. Take out line breaks and other invisible characters.',
  'name-changed': 'This list has another name than the page says that you typed on. Choose which one stays.',
  'list-exists': 'This list is there already.',
  'list-not-found': 'There is no such list.',
  'list-in-trash': 'This list is in the trash. Restore it first.',
  'list-changed-since': 'The list has been changed since, so this cannot be taken back any more.',
  'list-chosen-in-trash':
    'The list that you have chosen is in the trash. Restore it first, or choose another one.',
  'title-empty': 'Write what there is to do.',
  'title-too-long': 'That is too long for a to-do. Keep it to {most} characters.',
  'title-not-text': 'A to-do is one line of text. Take out line breaks and other invisible characters.',
  'title-changed':
    'This to-do has another title than the page says that you typed on. Choose which one stays.',
  'todo-exists': 'This to-do is there already.',
  'todo-not-found': 'There is no such to-do.',
  'todo-in-trash': 'This to-do is in the trash. Restore it first.',
  'todo-list-in-trash': 'Its list is in the trash. Restore that first.',
  'todo-moved-away': 'Somebody has moved this to-do to another list meanwhile. Nothing was moved.',
  'todo-changed-since': 'This to-do has been changed since, so this cannot be taken back any more.',
  'todo-neighbour-gone': 'What stood beside this to-do is not there any more. Nothing was moved.',
  'due-changed': 'This to-do is due on another day than the page says that you filled in. Choose what stays.',
  'dueDate-not-a-day': 'That is not a day. Write it as year, month and day: 2026-11-27',
  'dueTime-without-a-day': 'A time needs a day. Choose the day as well, or leave the time empty.',
  'dueTime-not-a-time': 'That is not a time of day. Write hours and minutes: 18:00',
};
