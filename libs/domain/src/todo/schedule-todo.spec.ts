import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../../../../test/support/given.js';
import { dueText } from './due.js';
import { scheduleTodo } from './schedule-todo.js';
import { evolveTodo, type Todo, type TodoEvent } from './todo.js';

const added: TodoEvent = {
  type: 'TodoAdded',
  data: { listId: '0190f3a2-7c1b-7000-8000-000000000001', title: 'Pay rent' },
};
const removed: TodoEvent = { type: 'TodoRemoved', data: {} };
const unscheduled: TodoEvent = { type: 'TodoUnscheduled', data: {} };
const zone = 'Europe/Berlin';
const scheduled = (dueOn: string): TodoEvent => ({ type: 'TodoScheduled', data: { dueOn } });
const atSix: TodoEvent = { type: 'TodoScheduled', data: { dueOn: '2026-12-01', dueTime: '18:00', zone } };

const todo = (...history: TodoEvent[]) => given(evolveTodo, ...history);
const schedule = (dueDate: string, dueTime = '', from = '') => {
  return (state: Todo | undefined) => scheduleTodo(state, { dueDate, dueTime, zone, from });
};

describe('scheduling a to-do', () => {
  it('records the day, which is the same day for everybody', () =>
    todo(added)
      .when(schedule(' 2026-12-01 '))
      .then([scheduled('2026-12-01')]));
  it('records a time with the zone in which it is meant', () =>
    todo(added).when(schedule('2026-12-01', '18:00')).then([atSix]));
  it('takes the time away when only a day is left', () =>
    todo(added, atSix)
      .when(schedule('2026-12-01', '', '2026-12-01T18:00[Europe/Berlin]'))
      .then([scheduled('2026-12-01')]));
  it('takes the day away when both fields are empty', () =>
    todo(added, scheduled('2026-12-01'))
      .when(schedule('', ' ', '2026-12-01'))
      .then([unscheduled]));
  it('for when it is due already records nothing', () =>
    todo(added, atSix).when(schedule('2026-12-01', '18:00')).then([]));
  it('with two empty fields records nothing when it was not due', () =>
    todo(added).when(schedule('')).then([]));
  it.each(['2028-02-29', '0001-01-01', '9999-12-31'])('takes every day that there is: %s', (day) =>
    todo(added)
      .when(schedule(day))
      .then([scheduled(day)]),
  );
  it.each(['2027-02-29', '2026-04-31', '1.12.2026', 'tomorrow', '0000-01-01', '2026-1-1', '20000-01-01'])(
    'is refused for what is not a day: %s',
    (day) => todo(added).when(schedule(day)).then('dueDate-not-a-day'),
  );
  it('is refused for a time without a day', () =>
    todo(added).when(schedule('', '18:00')).then('dueTime-without-a-day'));
  it.each(['24:00', '6', '18:60', '6 pm'])('is refused for what is not a time: %s', (time) =>
    todo(added).when(schedule('2026-12-01', time)).then('dueTime-not-a-time'),
  );
  it('is refused when somebody else has set another day meanwhile', () =>
    todo(added, scheduled('2026-12-05'))
      .when(schedule('2026-12-01', '', '2026-12-04'))
      .then('due-changed'));
  it('is refused when nobody says what it was made from', () =>
    todo(added, scheduled('2026-12-05'))
      .when((state) => scheduleTodo(state, { dueDate: '2026-12-01', dueTime: '', zone }))
      .then('due-changed'));
  it('records nothing when somebody else has set the same day meanwhile', () =>
    todo(added, scheduled('2026-12-05')).when(schedule('2026-12-05')).then([]));
  it('is refused in the trash', () =>
    todo(added, removed).when(schedule('2026-12-01')).then('todo-in-trash'));
  it('is refused when there is none', () => todo().when(schedule('2026-12-01')).then('todo-not-found'));
});

describe('when a to-do is due', () => {
  const dueAfter = (...history: TodoEvent[]) => {
    const state = stateAfter(evolveTodo, added, ...history);
    return state && dueText(state);
  };

  it('is what was said last', () => {
    expect(dueAfter()).toBe('');
    expect(dueAfter(scheduled('2026-12-05'), atSix)).toBe('2026-12-01T18:00[Europe/Berlin]');
    expect(dueAfter(atSix, scheduled('2026-12-05'))).toBe('2026-12-05');
    expect(dueAfter(atSix, unscheduled)).toBe('');
  });
  it('is a whole day when a time comes without a zone', () =>
    expect(dueAfter({ type: 'TodoScheduled', data: { dueOn: '2026-12-01', dueTime: '18:00' } })).toBe(
      '2026-12-01',
    ));
});
