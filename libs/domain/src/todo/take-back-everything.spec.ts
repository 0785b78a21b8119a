import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stateAfter } from '../../../../test/support/given.js';
import { evolveList, type List } from '../list/list.js';
import { isRefusal } from '../refusal.js';
import { findItem, isSameChecklist } from './checklist/checklist.js';
import { PRIORITIES } from './priority.js';
import { dueText } from './due.js';
import { takeBackTodo, type TodoStep } from './take-back-todo.js';
import { evolveTodo, type Todo, type TodoEvent } from './todo.js';

const [home, garden] = ['0190f3a2-7c1b-7000-8000-000000000001', '0190f3a2-7c1b-7000-8000-000000000002'];
const added: TodoEvent = { type: 'TodoAdded', data: { listId: home, title: 'Milk', order: 'a1' } };
const list = stateAfter(evolveList, { type: 'ListCreated', data: { name: 'Home' } }) as List;

const daily = {
  unit: 'day',
  weekdays: [],
  on: 'day',
  from: 'due',
  until: null,
  times: null,
  start: '2026-12-01',
  occurrence: '2026-12-01',
  occurrencesOver: 0,
} as const;

const over = { occurrence: '2026-12-01', next: '2026-12-08' };

const items = [3, 4, 5].map((nth) => `0190f3a2-7c1b-7000-8000-00000000000${nth}`);
const anItem = fc.constantFrom(...items);

const anItemEvent: fc.Arbitrary<TodoEvent> = fc
  .record({ itemId: anItem, text: fc.constantFrom('One', 'Two'), before: fc.option(anItem), todoId: anItem })
  .chain((data) =>
    fc
      .constantFrom('Added', 'Added', 'Renamed', 'Ticked', 'Unticked', 'Moved', 'Removed', 'Extracted')
      .map((what): TodoEvent => ({ type: `ChecklistItem${what}`, data })),
  );

const anEvent: fc.Arbitrary<TodoEvent> = fc.oneof(
  fc
    .constantFrom('Milk', 'Rice', 'Salt')
    .map((title): TodoEvent => ({ type: 'TodoRenamed', data: { title } })),
  fc
    .constantFrom('', 'Two', 'Three\n- [ ] four')
    .map((note): TodoEvent => ({ type: 'TodoNoted', data: { note } })),
  fc
    .constantFrom(...PRIORITIES)
    .map((priority): TodoEvent => ({ type: 'TodoPrioritised', data: { priority } })),
  fc
    .record({ listId: fc.constantFrom(home, garden), order: fc.constantFrom('a1', 'a3', 'a5') })
    .map((data): TodoEvent => ({ type: 'TodoMoved', data })),
  fc
    .constantFrom({}, { dueTime: '09:00', zone: 'Europe/Berlin' }, { dueTime: '09:00', zone: 'Asia/Tokyo' })
    .map((time): TodoEvent => ({ type: 'TodoScheduled', data: { dueOn: '2026-12-01', ...time } })),
  fc
    .record({
      type: fc.constantFrom('TodoLabelled', 'TodoUnlabelled'),
      labelId: fc.constantFrom(home, garden),
    })
    .map(({ type, labelId }): TodoEvent => ({ type, data: { labelId } })),
  fc.constantFrom(3, 7).map((every): TodoEvent => ({ type: 'TodoRecurrenceSet', data: { ...daily, every } })),
  fc
    .constantFrom('Completed', 'Skipped')
    .map((how): TodoEvent => ({ type: `TodoOccurrence${how}` as 'TodoOccurrenceSkipped', data: over })),
  anItemEvent,
  fc.constantFrom<TodoEvent>(
    { type: 'TodoRecurrenceEnded', data: {} },
    { type: 'TodoUnscheduled', data: {} },
    { type: 'TodoCompleted', data: {} },
    { type: 'TodoReopened', data: {} },
    { type: 'TodoRemoved', data: {} },
    { type: 'TodoRestored', data: {} },
  ),
);

/** The decisions record nothing that is so already, and but for restoring nothing in the trash. */
function isDecided(todo: Todo, event: TodoEvent): boolean {
  if (event.type === 'TodoRestored') return todo.removedAt !== null;
  else return todo.removedAt === null && (MAY_HAPPEN[event.type]?.(todo, event) ?? false);
}

const itemOf = (todo: Todo, { data }: TodoEvent) =>
  'itemId' in data ? findItem(todo, data.itemId) : undefined;

type May = (todo: Todo, event: TodoEvent) => boolean;

const isPresent: May = ({ completedAt, occurrence }, { data }) =>
  completedAt === null && 'occurrence' in data && occurrence === data.occurrence;

/** To a to-do that is not in the trash. */
const MAY_HAPPEN: Readonly<Partial<Record<TodoEvent['type'], May>>> = {
  TodoRenamed: ({ title }, { data }) => 'title' in data && title !== data.title,
  TodoNoted: ({ note }, { data }) => 'note' in data && note !== data.note,
  TodoPrioritised: ({ priority }, { data }) => 'priority' in data && priority !== data.priority,
  TodoMoved: ({ listId, sortOrder }, { data }) =>
    'listId' in data && (listId !== data.listId || sortOrder !== data.order),
  TodoLabelled: ({ labelIds }, { data }) => 'labelId' in data && !labelIds.includes(data.labelId),
  TodoUnlabelled: ({ labelIds }, { data }) => 'labelId' in data && labelIds.includes(data.labelId),
  TodoCompleted: ({ completedAt }) => completedAt === null,
  TodoReopened: ({ completedAt }) => completedAt !== null,
  TodoRemoved: () => true,
  TodoScheduled: (todo, event) => dueText(todo) !== dueText(evolved(todo, event)),
  TodoUnscheduled: ({ dueOn, recurrence }) => dueOn !== null && recurrence === null,
  TodoRecurrenceSet: ({ dueOn, recurrence }, { data }) =>
    dueOn !== null && 'every' in data && recurrence?.every !== data.every,
  TodoRecurrenceEnded: ({ recurrence }) => recurrence !== null,
  TodoOccurrenceCompleted: isPresent,
  TodoOccurrenceSkipped: isPresent,
  ChecklistItemAdded: (todo, event) => itemOf(todo, event) === undefined,
  ChecklistItemRenamed: (todo, event) => {
    const item = itemOf(todo, event);
    return item !== undefined && 'text' in event.data && item.text !== event.data.text;
  },
  ChecklistItemTicked: (todo, event) => itemOf(todo, event)?.isTicked === false,
  ChecklistItemUnticked: (todo, event) => itemOf(todo, event)?.isTicked === true,
  ChecklistItemMoved: (todo, event) =>
    itemOf(todo, event) !== undefined && !isSameChecklist(todo, evolved(todo, event)),
  ChecklistItemRemoved: (todo, event) => itemOf(todo, event) !== undefined,
  ChecklistItemExtracted: (todo, event) => itemOf(todo, event) !== undefined,
};

function evolved(todo: Todo, event: TodoEvent): Todo {
  const { id: streamId, workspaceId, changedAt: recordedAt } = todo;
  const { version, position } = todo;
  return evolveTodo(todo, { event, streamId, workspaceId, recordedAt, version, position });
}

/** What people see of a to-do. */
function seen(todo: Todo) {
  const { title, note, priority, listId, sortOrder, completedAt, removedAt, labelIds } = todo;
  const { recurrence, occurrence, occurrencesOver } = todo;
  const recurring = { recurrence, occurrence, occurrencesOver };
  const { checklist, itemCount, tickedCount } = todo;
  return {
    title,
    note,
    priority,
    listId,
    sortOrder,
    completedAt,
    isInTrash: removedAt !== null,
    due: dueText(todo),
    labels: labelIds.toSorted(),
    ...recurring,
    checklist,
    itemCount,
    tickedCount,
  };
}

const after = (history: readonly TodoEvent[]) => stateAfter(evolveTodo, ...history) as Todo;

/** Appends what takes a step back. */
function undo(history: TodoEvent[], step: TodoStep): void {
  const decision = takeBackTodo(after(history), step, { here: list, there: list });
  if (isRefusal(decision)) throw new Error(`${step.event.type} is not taken back: ${decision}`);
  history.push(...decision);
}

it('leads back to any state that a to-do has had, field by field, and forward again', () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 20 }), (events) => {
      const history: TodoEvent[] = [added];
      for (const event of events) if (isDecided(after(history), event)) history.push(event);
      const steps = history.map((event, index): TodoStep => {
        return {
          event,
          before: stateAfter(evolveTodo, ...history.slice(0, index)),
          after: after(history.slice(0, index + 1)),
        };
      });
      const undone: TodoStep[] = [];
      for (const step of steps.slice(1).toReversed()) {
        const before = after(history);
        undo(history, step);
        expect(seen(after(history))).toEqual(seen(step.before as Todo));
        undone.push({ event: history.at(-1) as TodoEvent, before, after: after(history) });
      }
      for (const [index, step] of undone.toReversed().entries()) {
        undo(history, step);
        expect(seen(after(history))).toEqual(seen((steps[index + 1] as TodoStep).after));
      }
    }),
    { numRuns: 500 },
  );
});
