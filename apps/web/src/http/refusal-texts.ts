import { MAX_TEXT_LENGTH, type Refusal } from '#libs/commands';

/** What each refusal says to the person who asked, and what to do about it. */
export const REFUSAL_TEXTS: Readonly<Record<Refusal, string>> = {
  'title-empty': 'Write what there is to do.',
  'title-too-long': `That is too long for a to-do. Keep it to ${MAX_TEXT_LENGTH} characters.`,
  'title-not-text': 'A to-do is one line of text. Take out line breaks and other invisible characters.',
  'name-empty': 'Give the list a name.',
  'name-too-long': `That is too long for a name. Keep it to ${MAX_TEXT_LENGTH} characters.`,
  'name-not-text': 'A name is one line of text. Take out line breaks and other invisible characters.',
  'todo-exists': 'This to-do is there already.',
  'todo-not-found': 'There is no such to-do.',
  'todo-in-trash': 'This to-do is in the trash. Restore it first.',
  'list-exists': 'This list is there already.',
  'list-not-found': 'There is no such list.',
  'list-in-trash': 'This list is in the trash. Restore it first.',
};
