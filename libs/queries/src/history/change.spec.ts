import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import { changeOf } from './change.js';
import { foldStream } from './fold-stream.js';

const added: DomainEvent = { type: 'TodoAdded', data: { listId: 'home', title: 'Milk', order: 'a5' } };
const created: DomainEvent = { type: 'ListCreated', data: { name: 'Home' } };
const moved = (listId: string, order: string): DomainEvent => ({
  type: 'TodoMoved',
  data: { listId, order },
});

/** The steps of a stream with these events; their schema version is today's unless told otherwise. */
function steps(events: readonly { readonly type: string; readonly data: object }[], schemaVersion = 1) {
  return foldStream(
    events.map((event, index) => ({
      ...event,
      schemaVersion,
      shard: 7,
      position: 10 + index,
      streamId: 'stream',
      version: index + 1,
      workspaceId: 'workspace',
      recordedAt: new Date(index),
    })),
  );
}

const changes = (...events: Parameters<typeof steps>[0]) =>
  steps(events).map((step) => changeOf(step, (listId) => `the list ${listId}`));

describe('what an event of a to-do changed', () => {
  it.each<[DomainEvent, object]>([
    [
      { type: 'TodoRenamed', data: { title: 'Oat milk' } },
      { kind: 'renamed', from: 'Milk', to: 'Oat milk' },
    ],
    [{ type: 'TodoCompleted', data: {} }, { kind: 'completed' }],
    [{ type: 'TodoReopened', data: {} }, { kind: 'reopened' }],
    [{ type: 'TodoRemoved', data: {} }, { kind: 'removed' }],
    [{ type: 'TodoRestored', data: {} }, { kind: 'restored' }],
    [moved('home', 'a4'), { kind: 'moved-up' }],
    [moved('home', 'a6'), { kind: 'moved-down' }],
    [moved('garden', 'a4'), { kind: 'moved', fromList: 'the list home', toList: 'the list garden' }],
  ])('is told with what it was before: %j', (event, change) => {
    expect(changes(added, event)).toEqual([
      { kind: 'added', title: 'Milk', toList: 'the list home' },
      change,
    ]);
  });

  it('is told with the title of that time, not the first or the last one', () => {
    const titles = ['Bread', 'Salt', 'Pepper'].map((title) => ({ type: 'TodoRenamed', data: { title } }));
    expect(changes(added, ...titles)[2]).toEqual({ kind: 'renamed', from: 'Bread', to: 'Salt' });
  });
});

describe('what an event of a list changed', () => {
  it.each<[DomainEvent, object]>([
    [
      { type: 'ListRenamed', data: { name: 'House' } },
      { kind: 'renamed', from: 'Home', to: 'House' },
    ],
    [{ type: 'ListRemoved', data: {} }, { kind: 'removed' }],
    [{ type: 'ListRestored', data: {} }, { kind: 'restored' }],
  ])('is told: %j', (event, change) => {
    expect(changes(created, event)).toEqual([{ kind: 'created', name: 'Home' }, change]);
  });
});

describe('what cannot be read', () => {
  const snoozed = { type: 'TodoSnoozed', data: {} };
  const completed = { type: 'TodoCompleted', data: {} };

  it('is told to be there, with all that comes behind it in its stream, and nothing is guessed', () => {
    expect(changes(added, snoozed, completed)).toEqual([
      { kind: 'added', title: 'Milk', toList: 'the list home' },
      { kind: 'unreadable', eventType: 'TodoSnoozed' },
      { kind: 'unreadable', eventType: 'TodoCompleted' },
    ]);
  });

  it('leaves the to-do as it was before', () => {
    const [first, ...others] = steps([added, snoozed, completed]);
    for (const step of others) expect(step).toMatchObject({ of: 'unknown', last: first });
  });

  it.each([
    ['what comes before a beginning', [completed], 1],
    ['what a later version has written', [added], 2],
    ['what lacks a field', [{ type: 'TodoAdded', data: { listId: 'home' } }], 1],
  ])('is also %s', (_, events, schemaVersion) => {
    expect(steps(events, schemaVersion)).toMatchObject([{ of: 'unknown', last: undefined }]);
  });
});
