import { describe, expect, it } from '@jest/globals';
import { keptFields, retryForm } from './kept-fields.js';

describe('a form that could not be saved', () => {
  it('can be sent again as it was when it is a command, which is done once', () => {
    const body = { commandId: 'one', title: 'Milk' };
    expect(retryForm({ url: '/todo/w/home/lists/one/todos', body }, '/todo')).toEqual({
      action: '/w/home/lists/one/todos',
      fields: [
        { name: 'commandId', value: 'one' },
        { name: 'title', value: 'Milk' },
      ],
    });
  });

  it('has again each of the to-dos that were chosen', () => {
    const body = { commandId: 'one', todo: ['milk', 'bread'] };
    expect(retryForm({ url: '/w/home/lists/one/chosen/complete', body }, '')?.fields).toEqual([
      { name: 'commandId', value: 'one' },
      { name: 'todo', value: 'milk' },
      { name: 'todo', value: 'bread' },
    ]);
  });

  it('is not on the page again when it is about a person: there may be a password in it', () => {
    const body = { email: 'mia@example.org', password: 'a pea in a pot' };
    expect(retryForm({ url: '/sign-in', body }, '')).toBeUndefined();
    expect(JSON.stringify(keptFields(body))).not.toContain('a pea in a pot');
  });
});
