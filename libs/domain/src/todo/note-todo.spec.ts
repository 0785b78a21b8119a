import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { excessOf, MAX_NOTE_LENGTH } from './note.js';
import { noteTodo } from './note-todo.js';
import { evolveTodo, type TodoEvent } from './todo.js';

const home = '0190f3a2-7c1b-7000-8000-000000000001';
const added: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Buy milk' } };
const noted = (note: string): TodoEvent => ({ type: 'TodoNoted', data: { note } });
const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
const renamed: TodoEvent = { type: 'TodoRenamed', data: { title: 'Oat milk' } };
const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);

const note = (text: string, from?: number) => (state: Parameters<typeof noteTodo>[0]) =>
  noteTodo(state, { note: text, from });

describe('giving a to-do a note', () => {
  it('records it', () =>
    todo(added)
      .when(note('Two *bottles*', 0))
      .then([noted('Two *bottles*')]));
  it.each([
    ['a line break of a form', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a letter in two parts', 'Cafe\u0301', 'Café'],
    ['blank space around it', '\r\n \t\r\n    code\r\n\r\n  ', '    code'],
  ])('takes %s as it is meant', (_, typed, text) =>
    todo(added)
      .when(note(typed, 0))
      .then([noted(text)]),
  );
  it.each(['', ' \r\n\t', '\u200b\n\ufe0f', '\u2800'])(
    'takes it away when nothing of the new one can be seen: %j',
    (typed) =>
      todo(added, noted('Two'))
        .when(note(typed, 2))
        .then([noted('')]),
  );
  it('that it has records nothing, whatever it was made from', () =>
    todo(added, noted('Two')).when(note('Two\r\n', 0)).then([]));
  it.each(['a\0b', 'a\u001bb', 'a\ud800b', '\udc00'])('is refused when it is no text: %j', (typed) =>
    todo(added).when(note(typed, 0)).then('note-not-text'),
  );
  it('is refused when somebody else has changed it meanwhile', () =>
    todo(added, noted('Two'), noted('Three')).when(note('Four', 2)).then('note-changed'));
  it('is not refused when somebody else has changed something else meanwhile', () =>
    todo(added, noted('Two'), renamed)
      .when(note('Four', 2))
      .then([noted('Four')]));
  it('is refused when nobody says from which one it was made', () =>
    todo(added).when(note('Four')).then('note-changed'));
  it('is refused in the trash', () => todo(added, removed).when(note('Four', 0)).then('todo-in-trash'));
  it('is refused when there is none', () => todo().when(note('Four', 0)).then('todo-not-found'));
});

describe('the length of a note', () => {
  const longest = '🫘'.repeat(MAX_NOTE_LENGTH);

  it('is counted in code points, a line break as one', () => {
    todo(added)
      .when(note(longest, 0))
      .then([noted(longest)]);
    const lines = 'a\r\n'.repeat(MAX_NOTE_LENGTH / 2 - 1);
    todo(added)
      .when(note(`${lines}xy`, 0))
      .then([noted(`${lines.replaceAll('\r', '')}xy`)]);
  });
  it('is refused when it is too long, by so many', () => {
    todo(added)
      .when(note(`${longest}abc`, 0))
      .then('note-too-long');
    expect(excessOf(`${longest}a\r\nc`)).toBe(3);
    expect(excessOf(longest)).toBe(0);
  });
});

describe('the note of a to-do', () => {
  it('is empty until it has one, and known by the event that gave it', () => {
    expect(stateAfter(evolveTodo, added)).toMatchObject({ note: '', noteVersion: 0 });
    expect(stateAfter(evolveTodo, added, renamed, noted('Two'), renamed)).toMatchObject({
      note: 'Two',
      noteVersion: 3,
    });
  });
});
