import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { evolveList, type List, type ListEvent } from './list.js';
import { takeBackList } from './take-back-list.js';

const [there, copy] = ['0190f3a2-7c1b-7000-8000-000000000001', '0190f3a2-7c1b-7000-8000-000000000002'];

const created: ListEvent = { type: 'ListCreated', data: { name: 'Home' } };
const received: ListEvent = { type: 'ListReceived', data: { name: 'Home', as: 'copy' } };
const renamed = (name: string): ListEvent => ({ type: 'ListRenamed', data: { name } });
const removed: ListEvent = { type: 'ListRemoved', data: {} };
const restored: ListEvent = { type: 'ListRestored', data: {} };
const archived: ListEvent = { type: 'ListArchived', data: {} };
const unarchived: ListEvent = { type: 'ListUnarchived', data: {} };
const transferred = (as: 'move' | 'copy'): ListEvent => ({
  type: 'ListTransferred',
  data: { to: there, list: copy, as },
});
const copyTakenBack: ListEvent = { type: 'ListCopyTakenBack', data: { to: there, list: copy } };

/** Takes back what the event with this number did; the first one is 0. */
function takeBack(history: readonly ListEvent[], index: number) {
  const event = history[index] as ListEvent;
  const before = stateAfter(evolveList, ...history.slice(0, index));
  const after = stateAfter(evolveList, ...history.slice(0, index + 1)) as List;
  return given(evolveList, ...history).when((list) =>
    takeBackList(list, { event, before, after }, history.slice(index + 1)),
  );
}

describe('taking back what happened to a list', () => {
  it.each<[string, readonly ListEvent[], ListEvent]>([
    ['that it was created', [created], removed],
    ['that it came from another workspace', [received], removed],
    ['that it was renamed', [created, renamed('Garden')], renamed('Home')],
    ['that it was removed', [created, removed], restored],
    ['that it was restored', [created, removed, restored], removed],
    ['that it was archived', [created, archived], unarchived],
    ['that it was taken out of the archive', [created, archived, unarchived], archived],
    ['that it went to another workspace', [created, transferred('move')], restored],
    ['that it was copied to another workspace', [created, transferred('copy')], copyTakenBack],
  ])('records the opposite of this: %s', (_, history, expected) => {
    takeBack(history, history.length - 1).then([expected]);
  });

  it('leaves the list as it is when a copy of it is taken back, wherever it is itself', () => {
    expect(stateAfter(evolveList, created, transferred('copy'), copyTakenBack)).toMatchObject({
      name: 'Home',
      removedAt: null,
    });
    takeBack([created, transferred('copy'), removed], 1).then([copyTakenBack]);
  });

  it('is refused when others would lose a name by it', () => {
    takeBack([created, renamed('Garden')], 0).then('list-changed-since');
    takeBack([created, renamed('Garden'), renamed('Yard')], 1).then('list-changed-since');
  });

  it.each<[string, readonly ListEvent[], number]>([
    ['created', [created, removed], 0],
    ['renamed', [created, renamed('Garden'), renamed('Home')], 1],
    ['removed', [created, removed, restored], 1],
    ['restored', [created, removed, restored, removed], 2],
    ['copied', [created, transferred('copy'), copyTakenBack], 1],
    ['moved away', [created, transferred('move'), restored], 1],
    ['a copy taken back', [created, transferred('copy'), copyTakenBack], 2],
  ])('changes nothing when it is so already: %s', (_, history, index) => takeBack(history, index).then([]));

  it('is refused in the trash, where nobody would see a new name', () => {
    takeBack([created, renamed('Garden'), removed], 1).then('list-in-trash');
  });

  it('is refused when there is no list', () => {
    const after = stateAfter(evolveList, created) as List;
    expect(takeBackList(undefined, { event: created, before: undefined, after }, [])).toBe('list-not-found');
  });
});
