import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { completeTodo, skipOccurrence } from './complete-todo.js';
import { PLAIN_TODO_DECISIONS } from './plain-decisions.js';
import { recurrenceText } from './recurrence.js';
import { repeatTodo } from './repeat-todo.js';
import { scheduleTodo } from './schedule-todo.js';
import { evolveTodo, type Todo, type TodoEvent } from './todo.js';
import {
  FRIDAY,
  NEXT_FRIDAY,
  added,
  dueOn,
  due,
  removed,
  completed,
  ended,
  rule,
  set,
  done,
  skipped,
  weekly,
} from '../../../../test/support/bins.js';

const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);
const after = (...history: TodoEvent[]) => stateAfter(evolveTodo, ...history) as Todo;

describe('repeating a to-do', () => {
  const filled = {
    every: '1',
    unit: 'week',
    weekdays: [],
    on: 'day',
    from: 'due',
    until: '',
    times: '',
    was: '',
  } as const;
  const repeat = (wanted: object) => (state: Todo | undefined) => repeatTodo(state, { ...filled, ...wanted });

  it('records the rule, from the day on which it is due', () =>
    todo(added, due).when(repeat({})).then([set()]));
  it('records weekdays in their order, and only for weeks', () => {
    const weekdays = ['friday', 'monday', 'someday'];
    todo(added, due)
      .when(repeat({ weekdays }))
      .then([set({ weekdays: ['monday', 'friday'] })]);
    todo(added, due)
      .when(repeat({ weekdays, unit: 'month', on: 'weekday' }))
      .then([set({ unit: 'month', on: 'weekday' })]);
  });
  it('records its end', () => {
    todo(added, due)
      .when(repeat({ until: NEXT_FRIDAY }))
      .then([set({ until: NEXT_FRIDAY })]);
    todo(added, due)
      .when(repeat({ times: ' 3 ' }))
      .then([set({ times: 3 })]);
  });
  it('again like that records nothing, also in a later occurrence', () => {
    const was = recurrenceText(rule);
    todo(...weekly)
      .when(repeat({ was }))
      .then([]);
    todo(...weekly, done)
      .when(repeat({ was }))
      .then([]);
  });
  it.each([
    ['every-not-a-number', { every: '' }],
    ['every-not-a-number', { every: '0' }],
    ['every-not-a-number', { every: '1000' }],
    ['every-not-a-number', { every: '1.5' }],
    ['times-not-a-number', { times: 'x' }],
    ['until-not-a-day', { until: '2026-02-30' }],
    ['until-in-the-past', { until: '2026-11-26' }],
    ['until-and-times', { until: NEXT_FRIDAY, times: '3' }],
  ] as const)('is refused: %s for %j', (refusal, wanted) =>
    todo(added, due).when(repeat(wanted)).then(refusal),
  );
  it('is refused when it is not due on any day', () =>
    todo(added).when(repeat({})).then('every-without-a-day'));
  it('is refused when somebody else has changed it meanwhile, or nobody says what it was made from', () => {
    todo(...weekly)
      .when(repeat({ every: '2' }))
      .then('every-changed');
    todo(...weekly)
      .when(repeat({ every: '2', was: undefined }))
      .then('every-changed');
  });
  it('is refused in the trash, and when there is none', () => {
    todo(added, due, removed).when(repeat({})).then('todo-in-trash');
    todo().when(repeat({})).then('todo-not-found');
  });
});

describe('completing a to-do', () => {
  const complete = (occurrence?: string, today = FRIDAY) => {
    return (state: Todo | undefined) => completeTodo(state, { today, occurrence });
  };

  it('that comes once records that', () => todo(added, due).when(complete()).then([completed]));
  it('twice records it once', () => todo(added, completed).when(complete()).then([]));
  it('that comes again records which occurrence is done, and the next one', () =>
    todo(...weekly)
      .when(complete())
      .then([done]));
  it('is about the occurrence that the page showed', () => {
    todo(...weekly)
      .when(complete(FRIDAY))
      .then([done]);
    todo(...weekly, done)
      .when(complete(FRIDAY))
      .then([]);
  });
  it('that was put off leaves the rule as it is', () =>
    todo(...weekly, dueOn('2026-11-29'))
      .when(complete(FRIDAY, '2026-11-29'))
      .then([done]));
  it('for the last time records that it is done', () => {
    todo(added, due, set({ times: 2 }), done)
      .when(complete(NEXT_FRIDAY))
      .then([completed]);
    todo(added, due, set({ until: '2026-12-01' }))
      .when(complete(FRIDAY))
      .then([completed]);
  });
  it('whose series was ended records that it is done', () =>
    todo(...weekly, ended)
      .when(complete(FRIDAY))
      .then([completed]));
  it('is refused in the trash, and when there is none', () => {
    todo(added, removed).when(complete()).then('todo-in-trash');
    todo().when(complete()).then('todo-not-found');
  });
});

describe('skipping an occurrence', () => {
  const skip = (occurrence?: string) => (state: Todo | undefined) => {
    return skipOccurrence(state, { today: FRIDAY, occurrence });
  };

  it('records it, and the next one', () =>
    todo(...weekly)
      .when(skip(FRIDAY))
      .then([skipped]));
  it('twice records it once', () =>
    todo(...weekly, skipped)
      .when(skip(FRIDAY))
      .then([]));
  it('that is the last one is refused', () =>
    todo(added, due, set({ times: 1 }))
      .when(skip())
      .then('todo-last-occurrence'));
  it('of what comes once is refused', () => todo(added, due).when(skip()).then('todo-comes-once'));
  it('of what is done records nothing', () =>
    todo(...weekly, completed)
      .when(skip())
      .then([]));
  it('is refused in the trash, and when there is none', () => {
    todo(...weekly, removed)
      .when(skip())
      .then('todo-in-trash');
    todo().when(skip()).then('todo-not-found');
  });
});

describe('the day of what comes again', () => {
  const clear = (state: Todo | undefined) =>
    scheduleTodo(state, { dueDate: '', dueTime: '', zone: 'UTC', from: FRIDAY });

  it('cannot be taken away before it comes once', () => {
    todo(...weekly)
      .when(clear)
      .then('dueDate-needed');
    todo(...weekly, ended)
      .when(clear)
      .then([{ type: 'TodoUnscheduled', data: {} }]);
  });

  it('stays when the series is ended', () => {
    todo(...weekly)
      .when(PLAIN_TODO_DECISIONS['stop-repeating'])
      .then([ended]);
    expect(after(...weekly, done, ended)).toMatchObject({ dueOn: NEXT_FRIDAY, recurrence: null });
  });
});
