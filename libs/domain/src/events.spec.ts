import { describe, expect, it } from '@jest/globals';
import { parseEvent } from './events.js';

describe('reading an event', () => {
  it('takes what has the shape of its type', () => {
    const event = { type: 'TodoRenamed', data: { title: 'Buy milk' } };
    expect(parseEvent(event.type, event.data)).toEqual(event);
  });
  it.each([
    ['TodoSnoozed', {}, 'Unknown event type TodoSnoozed'],
    ['constructor', {}, 'Unknown event type constructor'],
    ['TodoRenamed', null, 'TodoRenamed has no data'],
    ['TodoRenamed', { name: 'Buy milk' }, 'TodoRenamed has no text in title'],
    ['TodoMoved', { listId: 'home', order: 7 }, 'TodoMoved has no text in order'],
  ])('never guesses: %s %j', (type, data, message) => {
    expect(() => parseEvent(type, data)).toThrow(message);
  });
});
