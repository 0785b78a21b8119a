import { describe, it } from '@jest/globals';
import {
  NEXT_FRIDAY,
  added,
  dueOn,
  due,
  ended,
  set,
  done,
  skipped,
  takenBack,
  weekly,
} from '../../../../test/support/bins.js';
import { given, stateAfter } from '../../../../test/support/given.js';
import { takeBackTodo } from './take-back-todo.js';
import { evolveTodo, type Todo, type TodoEvent } from './todo.js';

const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);
const after = (...history: TodoEvent[]) => stateAfter(evolveTodo, ...history) as Todo;

describe('taking back what comes again', () => {
  /** What the last event did, after what has happened since. */
  function takeBack(history: readonly TodoEvent[], ...since: TodoEvent[]) {
    const event = history.at(-1) as TodoEvent;
    const before = stateAfter(evolveTodo, ...history.slice(0, -1));
    const step = { event, before, after: after(...history) };
    return todo(...history, ...since).when((state) =>
      takeBackTodo(state, step, { here: undefined, there: undefined }),
    );
  }

  it.each<[string, TodoEvent[], TodoEvent]>([
    ['that it repeats', weekly, ended],
    ['that it repeats otherwise', [...weekly, set({ every: 2 })], set()],
    ['that it was done', [...weekly, done], takenBack('completed')],
    ['that it was skipped', [...weekly, skipped], takenBack('skipped')],
    [
      'that it was done when put off',
      [...weekly, dueOn('2026-11-29'), done],
      takenBack('completed', '2026-11-29'),
    ],
    ['that this was taken back', [...weekly, done, takenBack('completed')], done],
    ['that skipping was taken back', [...weekly, skipped, takenBack('skipped')], skipped],
    [
      'that the series ended, where it was',
      [...weekly, done, ended],
      set({ occurrence: NEXT_FRIDAY, occurrencesOver: 1 }),
    ],
  ])('records the opposite of this: %s', (_, history, expected) => {
    takeBack(history).then([expected]);
  });

  it.each<[string, TodoEvent[], TodoEvent[]]>([
    ['an occurrence before the present one', [...weekly, done], [dueOn('2026-12-06')]],
    ['an occurrence of another rule', [...weekly, done], [set({ every: 2 })]],
    ['a rule, when there is another one', weekly, [set({ every: 2 })]],
    [
      'the end of a series that has no day any more',
      [...weekly, ended],
      [{ type: 'TodoUnscheduled', data: {} }],
    ],
    ['the day that it repeats from', [added, due], [set()]],
  ])('is refused for %s', (_, history, since) => {
    takeBack(history, ...since).then('todo-changed-since');
  });
});
