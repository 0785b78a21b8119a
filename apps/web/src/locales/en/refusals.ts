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
  'list-before-in-trash': 'The list that it was in before is in the trash. Restore that first.',
  'title-empty': 'Write what there is to do.',
  'title-too-long': 'That is too long for a to-do. Keep it to {most} characters.',
  'title-not-text': 'A to-do is one line of text. Take out line breaks and other invisible characters.',
  'title-changed':
    'This to-do has another title than the page says that you typed on. Choose which one stays.',
  'note-too-long':
    'That is too long for a note, by {over, plural, one {# character} other {# characters}}. Keep it to {most, number} characters.',
  'note-not-text': 'A note is text. Take out invisible characters that are none.',
  'note-changed':
    'This to-do has another note than the one that yours was made from. Choose which one stays.',
  'priority-unknown': 'There is no such priority. Choose none, low, medium or high.',
  'priority-changed':
    'This to-do has another priority than the page says that you chose on. Choose which one stays.',
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
  'every-without-a-day': 'What comes again needs a first day. Set a due date, then say how it comes again.',
  'every-changed':
    'Somebody has changed how this comes again while you were filling this in. Look at what it is now, and save once more if you want yours.',
  'every-not-a-number': 'Write a number from 1 to 999.',
  'until-not-a-day': 'That is not a day. Write it as year, month and day: 2026-11-27',
  'until-in-the-past': 'This day is before the due date. Choose a later one, or leave it empty.',
  'until-and-times': 'Say either the last day or how often, not both.',
  'times-not-a-number': 'Write a number from 1 to 999, or leave it empty.',
  'dueDate-needed': 'This comes again, so it needs a day. Let it come once first, then take the day away.',
  'todo-comes-once': 'This does not come again, so there is nothing to skip.',
  'todo-last-occurrence':
    'This is the last time, so there is no next one to skip to. Complete it, or let it come once.',
  'label-empty': 'Give the label a name.',
  'label-too-long': 'That is too long for a label. Use at most {most} characters.',
  'label-not-text':
    'The name of a label is one line of text. Take out line breaks and other characters that cannot be seen.',
  'label-exists': 'That label is there already.',
  'label-not-found': 'There is no such label any more.',
  'label-name-taken': 'Another label has this name. Merge the two, or choose another name.',
  'label-changed':
    'This label has got another name since you opened the page. Save again if yours is to stay.',
  'label-colour-unknown': 'There is no such colour. Choose one of those that are shown.',
  'label-into-itself': 'A label cannot be merged into itself. Choose another one.',
  'label-too-many': 'That are too many labels for one to-do. It can have {most}.',
  'label-one-too-many': 'There are too many labels. A workspace can have {most}: merge or remove some first.',
  'label-changed-since': 'The label has been changed since, so this cannot be undone any more.',
};
