import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { archiveList, unarchiveList } from './archive-list.js';
import { createList } from './create-list.js';
import { evolveList } from './list.js';
import type { ListEvent } from './list.js';
import { removeList } from './remove-list.js';
import { renameList } from './rename-list.js';
import { restoreList } from './restore-list.js';

const created: ListEvent = { type: 'ListCreated', data: { name: 'Home' } };
const removed: ListEvent = { type: 'ListRemoved', data: {} };
const restored: ListEvent = { type: 'ListRestored', data: {} };
const archived: ListEvent = { type: 'ListArchived', data: {} };
const unarchived: ListEvent = { type: 'ListUnarchived', data: {} };
const list = (...history: ListEvent[]) => given(evolveList, ...history);

describe('creating a list', () => {
  const create = (name: string) => (state: Parameters<typeof createList>[0]) => createList(state, { name });

  it('records its name, trimmed', () => list().when(create(' Home ')).then([created]));
  it('is refused without a name', () => list().when(create('')).then('name-empty'));
  it('is refused when the name is too long', () =>
    list()
      .when(create('x'.repeat(241)))
      .then('name-too-long'));
  it('is refused when the name is not text', () => list().when(create('a\tb')).then('name-not-text'));
  it('is refused under an id that is taken', () => list(created).when(create('Home')).then('list-exists'));
});

describe('renaming a list', () => {
  const rename = (name: string) => (state: Parameters<typeof renameList>[0]) =>
    renameList(state, { name, from: 'Home' });

  it('records the new name', () =>
    list(created)
      .when(rename('Garden'))
      .then([{ type: 'ListRenamed', data: { name: 'Garden' } }]));
  it('to the name it has records nothing', () => list(created).when(rename('Home')).then([]));
  it('is refused when somebody else has given it another name meanwhile', () =>
    list(created, { type: 'ListRenamed', data: { name: 'House' } })
      .when((state) => renameList(state, { name: 'Garden', from: 'Home' }))
      .then('name-changed'));
  it('is refused when nobody says which name the new one was made from', () =>
    list(created)
      .when((state) => renameList(state, { name: 'Garden', from: undefined }))
      .then('name-changed'));
  it('records nothing when somebody else has given it the same name meanwhile', () =>
    list(created, { type: 'ListRenamed', data: { name: 'Garden' } })
      .when((state) => renameList(state, { name: 'Garden', from: 'Home' }))
      .then([]));
  it('is refused without a name', () => list(created).when(rename(' ')).then('name-empty'));
  it('is refused in the trash', () => list(created, removed).when(rename('x')).then('list-in-trash'));
  it('is refused when there is none', () => list().when(rename('x')).then('list-not-found'));
});

describe('the trash', () => {
  it('removing records it', () => list(created).when(removeList).then([removed]));
  it('removing twice records it once', () => list(created, removed).when(removeList).then([]));
  it('restoring records it', () => list(created, removed).when(restoreList).then([restored]));
  it('restoring what is not in the trash records nothing', () => list(created).when(restoreList).then([]));
  it.each([removeList, restoreList])('is refused when there is none (%p)', (decide) =>
    list().when(decide).then('list-not-found'),
  );
});

describe('the archive', () => {
  it('archiving records it', () => list(created).when(archiveList).then([archived]));
  it('archiving twice records it once', () => list(created, archived).when(archiveList).then([]));
  it('taking out records it', () => list(created, archived).when(unarchiveList).then([unarchived]));
  it('taking out what is not in it records nothing', () => list(created).when(unarchiveList).then([]));
  it('archiving again records it again', () =>
    list(created, archived, unarchived).when(archiveList).then([archived]));
  it.each([archiveList, unarchiveList])('is refused in the trash (%p)', (decide) =>
    list(created, removed).when(decide).then('list-in-trash'),
  );
  it.each([archiveList, unarchiveList])('is refused when there is none (%p)', (decide) =>
    list().when(decide).then('list-not-found'),
  );
});

describe('a history', () => {
  it('that does not begin with ListCreated cannot be folded', () => {
    expect(() => stateAfter(evolveList, removed)).toThrow('ListRemoved comes before ListCreated');
  });
});
