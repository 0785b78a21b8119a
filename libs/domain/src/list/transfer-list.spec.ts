import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { NOT_DUE } from '../todo/due.js';
import { COMES_ONCE } from '../todo/recurrence.js';
import { receiveTodo, type ReceivedTodo } from '../todo/receive-todo.js';
import { evolveTodo, type Todo, type TodoEvent } from '../todo/todo.js';
import { evolveList, type List, type ListEvent, type Transfer } from './list.js';
import { receiveList, transferList } from './transfer-list.js';

const transfer = (as: Transfer['as']) => ({
  to: '0190f3a2-7c1b-7000-8000-000000000001',
  list: '0190f3a2-7c1b-7000-8000-000000000002',
  as,
});
const created: ListEvent = { type: 'ListCreated', data: { name: 'Home' } };
const moved: ListEvent = { type: 'ListTransferred', data: transfer('move') };
const copied: ListEvent = { type: 'ListTransferred', data: transfer('copy') };
const received: ListEvent = { type: 'ListReceived', data: { name: 'Home', as: 'copy' } };
const list = (...history: ListEvent[]) => given(evolveList, ...history);
const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);

describe('transferring a list', () => {
  const decide = (as: Transfer['as']) => (state: List | undefined) => transferList(state, transfer(as));

  it('moves it', () => list(created).when(decide('move')).then([moved]));
  it('puts it into the trash by moving it', () =>
    list(created, moved).when(decide('copy')).then('list-in-trash'));
  it('copies it as often as somebody likes', () => list(created, copied).when(decide('copy')).then([copied]));
  it('is refused when it is not there', () => list().when(decide('move')).then('list-not-found'));
  it('moves it again when it was restored', () =>
    list(created, moved, { type: 'ListRestored', data: {} }).when(decide('move')).then([moved]));
});

describe('receiving a list', () => {
  const receive = (name: string) => (state: List | undefined) => receiveList(state, { name, as: 'copy' });

  it('records its name', () => list().when(receive(' Home ')).then([received]));
  it('is refused when it is there', () => list(received).when(receive('Home')).then('list-exists'));
  it('is refused without a name', () => list().when(receive(' ')).then('name-empty'));
});

describe('receiving a to-do with its list', () => {
  const { list: listId, to: workspaceId } = transfer('move');
  const its: List = {
    id: listId,
    workspaceId,
    name: 'Home',
    createdAt: new Date(0),
    removedAt: null,
    archivedAt: null,
    version: 1,
  };
  const milk = { listId, title: 'Milk', order: 'h00000001' };
  const added: TodoEvent = { type: 'TodoAdded', data: milk };
  const doneBefore: TodoEvent = { type: 'TodoCompletedBefore', data: { at: '1970-01-01T00:00:00.005Z' } };
  /** What it has when nobody has said anything of it. */
  const plain = {
    note: '',
    labelIds: [],
    priority: 'none',
    completedAt: null,
    checklist: [],
    ...NOT_DUE,
    ...COMES_ONCE,
  } as const;
  const receive =
    (changes: Partial<ReceivedTodo> = {}, at: List | undefined = its) =>
    (state: Todo | undefined) =>
      receiveTodo(state, at, { ...milk, ...plain, ...changes });

  it('keeps its title and its place', () => todo().when(receive()).then([added]));
  it('is done since it was done', () =>
    todo()
      .when(receive({ completedAt: new Date(5) }))
      .then([added, doneBefore]));
  it('has its checklist, as far as it was ticked', () => {
    const [itemId, other] = [listId, workspaceId];
    const checklist = [
      { id: itemId, text: 'Full', isTicked: true },
      { id: other, text: 'Fresh', isTicked: false },
    ];
    todo()
      .when(receive({ checklist }))
      .then([
        added,
        { type: 'ChecklistItemAdded', data: { itemId, text: 'Full' } },
        { type: 'ChecklistItemTicked', data: { itemId } },
        { type: 'ChecklistItemAdded', data: { itemId: other, text: 'Fresh' } },
      ]);
  });
  it('has the note and the priority that it had', () =>
    todo()
      .when(receive({ note: 'Two', priority: 'high' }))
      .then([
        added,
        { type: 'TodoNoted', data: { note: 'Two' } },
        { type: 'TodoPrioritised', data: { priority: 'high' } },
      ]));
  it('is due when it was due', () => {
    const due = { dueOn: '2026-12-01', dueTime: '18:00', dueZone: 'Europe/Berlin' };
    const { dueZone: zone, ...at } = due;
    todo()
      .when(receive({ ...due, completedAt: new Date(5) }))
      .then([added, { type: 'TodoScheduled', data: { ...at, zone } }, doneBefore]);
  });
  it('comes again as it came again, where it was in that', () => {
    const recurrence = {
      every: 2,
      unit: 'week',
      weekdays: [],
      on: 'day',
      from: 'due',
      until: null,
      times: 9,
      start: '2026-12-01',
    } as const;
    const due = { dueOn: '2026-12-16', dueTime: null, dueZone: null };
    const recurring = { recurrence, occurrence: '2026-12-15', occurrencesOver: 1 };
    todo()
      .when(receive({ ...due, ...recurring }))
      .then([
        added,
        { type: 'TodoScheduled', data: { dueOn: due.dueOn } },
        { type: 'TodoRecurrenceSet', data: { ...recurrence, occurrence: '2026-12-15', occurrencesOver: 1 } },
      ]);
  });
  it('keeps that moment in its state', () =>
    expect(stateAfter(evolveTodo, added, doneBefore)?.completedAt).toEqual(new Date(5)));
  it('is refused when it is there', () => todo(added).when(receive()).then('todo-exists'));
  it('is refused without a list', () =>
    todo()
      .when((state) => receiveTodo(state, undefined, { ...milk, ...plain }))
      .then('list-not-found'));
  it('is refused when the list is in the trash', () =>
    todo()
      .when(receive({}, { ...its, removedAt: new Date(1) }))
      .then('list-in-trash'));
});
