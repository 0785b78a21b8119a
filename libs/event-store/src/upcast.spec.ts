import { describe, expect, it } from '@jest/globals';
import { upcast } from './upcast.js';

/** An event type that has had three schema versions: `{name}`, then `{title}`, then `{title, lang}`. */
const catalogue = {
  NoteWritten: {
    schemaVersion: 3,
    upcasters: [
      (data: unknown) => ({ title: Object(data).name }),
      (data: unknown) => ({ ...Object(data), lang: 'und' }),
    ],
    parse(data: unknown): { readonly title: string; readonly lang: string } {
      const { title, lang } = Object(data);
      if (typeof title !== 'string') throw new TypeError('has a field title that is not text');
      return { title, lang };
    },
  },
};

describe('an old event', () => {
  it.each([
    [1, { name: 'Hello' }],
    [2, { title: 'Hello' }],
    [3, { title: 'Hello', lang: 'und' }],
  ])('of schema version %d is read in the shape of today', (schemaVersion, data) => {
    expect(upcast({ type: 'NoteWritten', schemaVersion, data }, catalogue)).toEqual({
      type: 'NoteWritten',
      data: { title: 'Hello', lang: 'und' },
    });
  });

  it.each([
    ['NoteWritten', 4, {}, 'NoteWritten is of schema version 4; this version knows 3'],
    ['NoteWritten', 0, {}, 'NoteWritten cannot be read in schema version 0'],
    ['NoteWritten', 3, { title: 7 }, 'NoteWritten has a field title that is not text'],
    ['NoteBurnt', 1, {}, 'Unknown event type NoteBurnt'],
    ['constructor', 1, {}, 'Unknown event type constructor'],
  ])('is never guessed: %s in version %d with %j', (type, schemaVersion, data, message) => {
    expect(() => upcast({ type, schemaVersion, data }, catalogue)).toThrow(message);
  });
});
