import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { given, stateAfter } from '../../../../test/support/given.js';
import { evolveLabels, findLabelNamed, shownLabels, type LabelEvent, type Labels } from '../label/labels.js';
import { isRefusal } from '../refusal.js';
import { giveLabels, labelTodo, MOST_LABELS_OF_TODO, unlabelTodo } from './label-todo.js';
import { takeBackTodo } from './take-back-todo.js';
import { evolveTodo, type Todo, type TodoEvent } from './todo.js';

const [list, shop, home, other] = [1, 2, 3, 4].map((nth) => `0190f3a2-7c1b-7000-8000-00000000000${nth}`) as [
  string,
  string,
  string,
  string,
];
const added: TodoEvent = { type: 'TodoAdded', data: { listId: list, title: 'Milk' } };
const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
const labelled = (labelId: string): TodoEvent => ({ type: 'TodoLabelled', data: { labelId } });
const unlabelled = (labelId: string): TodoEvent => ({ type: 'TodoUnlabelled', data: { labelId } });
const created = (labelId: string, name: string): LabelEvent => ({
  type: 'LabelCreated',
  data: { labelId, name, colour: 'red' },
});
const merged: LabelEvent = { type: 'LabelMerged', data: { labelId: shop, into: home } };
const labels = (...history: LabelEvent[]) =>
  stateAfter(evolveLabels, created(shop, 'Shop'), created(home, 'Home'), ...history);
const todo = (...history: TodoEvent[]) => stateAfter(evolveTodo, added, ...history);

describe('labelling a to-do', () => {
  const named = (name: string) => ({ name, newId: other });

  it('gives it the label of that name', () =>
    expect(labelTodo(todo(), labels(), named('shop'))).toEqual({ events: [labelled(shop)], created: [] }));
  it('makes the label when there is none', () =>
    expect(labelTodo(todo(), undefined, named(' Shop '))).toEqual({
      events: [labelled(other)],
      created: [{ type: 'LabelCreated', data: { labelId: other, name: 'Shop', colour: 'red' } }],
    }));
  it('with what it has changes nothing, also by one that was merged into it', () => {
    expect(labelTodo(todo(labelled(shop)), labels(), named('SHOP'))).toEqual({ events: [], created: [] });
    expect(labelTodo(todo(labelled(shop)), labels(merged), named('home'))).toEqual({
      events: [],
      created: [],
    });
  });
  it('is refused for one that is not there, or in the trash', () => {
    expect(labelTodo(undefined, labels(), named('shop'))).toBe('todo-not-found');
    expect(labelTodo(todo(removed), labels(), named('shop'))).toBe('todo-in-trash');
  });
  it('is refused without a name', () => expect(labelTodo(todo(), labels(), named(''))).toBe('label-empty'));
  it('is refused when it has so many, but not what it has', () => {
    const ids = Array.from(
      { length: MOST_LABELS_OF_TODO },
      (_, nth) => `0190f3a2-7c1b-7000-8000-0000000001${String(nth).padStart(2, '0')}`,
    );
    const all = labels(...ids.map((id, nth) => created(id, `l${nth}`)));
    const full = todo(...ids.map(labelled));
    expect(labelTodo(full, all, named('shop'))).toBe('label-too-many');
    expect(labelTodo(full, all, named('L7'))).toEqual({ events: [], created: [] });
  });
  it('goes together with adding one, with several labels at once', () =>
    expect(giveLabels([], labels(), [named('shop'), named('New'), named('SHOP')])).toEqual({
      events: [labelled(shop), labelled(other)],
      created: [{ type: 'LabelCreated', data: { labelId: other, name: 'New', colour: 'yellow' } }],
    }));
});

describe('taking a label off', () => {
  const takeOff =
    (labelId: string, of = labels()) =>
    (state: Todo | undefined) =>
      unlabelTodo(state, of, { labelId });

  it('records it', () =>
    given(evolveTodo, added, labelled(shop))
      .when(takeOff(shop))
      .then([unlabelled(shop)]));
  it('that it does not have changes nothing', () =>
    given(evolveTodo, added, labelled(shop)).when(takeOff(home)).then([]));
  it('takes off all that were merged into it, by whatever id it is asked for', () => {
    const history = [added, labelled(shop), labelled(home)];
    for (const id of [shop, home])
      given(evolveTodo, ...history)
        .when(takeOff(id, labels(merged)))
        .then([unlabelled(shop), unlabelled(home)]);
  });
  it('is refused for one that is not there, or in the trash', () => {
    given(evolveTodo).when(takeOff(shop)).then('todo-not-found');
    given(evolveTodo, added, labelled(shop), removed).when(takeOff(shop)).then('todo-in-trash');
  });
});

describe('taking back', () => {
  const here = { here: undefined, there: undefined };
  const takingBack = (before: readonly TodoEvent[], event: TodoEvent, ...since: TodoEvent[]) => {
    const step = { event, before: todo(...before), after: todo(...before, event) as Todo };
    return given(evolveTodo, added, ...before, event, ...since).when((state) =>
      takeBackTodo(state, step, here),
    );
  };

  it('a label takes it off, whatever others have labelled since', () => {
    takingBack([], labelled(shop), labelled(home)).then([unlabelled(shop)]);
    takingBack([], labelled(shop), unlabelled(shop)).then([]);
  });
  it('that one was taken off gives it back', () => {
    takingBack([labelled(shop)], unlabelled(shop), labelled(home)).then([labelled(shop)]);
    takingBack([labelled(shop)], unlabelled(shop), labelled(shop)).then([]);
  });
  it('that it was added is refused when somebody has labelled it since', () => {
    const step = { event: added, before: undefined, after: todo() as Todo };
    given(evolveTodo, added, labelled(shop))
      .when((state) => takeBackTodo(state, step, here))
      .then('todo-changed-since');
  });
});

/** Of two people who change labels at the same time, each in an order of their own. */
it('ends with the same labels, whoever of two people comes first, when each changes other labels', () => {
  const ids = fc.constantFrom(shop, home, other);
  const change = fc.record({ id: ids, has: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), fc.array(change, { maxLength: 4 }), (mine, theirs) => {
      fc.pre(mine.every(({ id }) => theirs.every((their) => their.id !== id)));
      const events = (changes: typeof mine) =>
        changes.map(({ id, has }) => (has ? labelled(id) : unlabelled(id)));
      const sorted = (state: Todo | undefined) => state?.labelIds.toSorted();
      expect(sorted(todo(...events(mine), ...events(theirs)))).toEqual(
        sorted(todo(...events(theirs), ...events(mine))),
      );
    }),
  );
});

const at = {
  streamId: list,
  workspaceId: list,
  version: 1,
  position: 1,
  recordedAt: new Date(0),
};

/** The labels and the to-do after somebody has labelled it, or taken a label off. */
function changed(
  of: Labels,
  state: Todo,
  { adds, name, newId }: { adds: boolean; name: string; newId: string },
) {
  const labelling = labelTodo(state, of, { name, newId });
  if (isRefusal(labelling)) throw new Error(labelling);
  const taken = unlabelTodo(state, of, { labelId: findLabelNamed(of, name)?.id ?? other });
  if (isRefusal(taken)) throw new Error(taken);
  const { created: made, events } = adds ? labelling : { created: [], events: taken };
  return {
    of: made.reduce((before, event) => evolveLabels(before, { ...at, event }), of),
    state: events.reduce((before, event) => evolveTodo(before, { ...at, event }), state),
  };
}

it.each([[[]], [[merged]]])('shows each label once, and none that was taken off, after %j', (history) => {
  const anAsked = fc.record({ adds: fc.boolean(), name: fc.constantFrom('shop', 'home', 'new') });
  fc.assert(
    fc.property(fc.array(anAsked), (asked) => {
      let now = { of: labels(...history) as Labels, state: todo() as Todo };
      for (const [nth, each] of asked.entries()) {
        const newId = `0190f3a2-7c1b-7000-8000-1000000${String(nth).padStart(5, '0')}`;
        now = changed(now.of, now.state, { ...each, newId });
        const names = shownLabels(now.of.all, now.state.labelIds).map(({ name }) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        expect(names.includes(each.name)).toBe(each.adds);
      }
    }),
  );
});
