import { describe, expect, it } from '@jest/globals';
import { upcast } from './upcast.js';

/** An event that has had three shapes: `{name}`, then `{title}`, then `{title, lang}`. */
const catalogue = {
  versions: { NoteWritten: 3 },
  upcasters: {
    NoteWritten: {
      1: (data: unknown) => ({ title: Object(data).name }),
      2: (data: unknown) => ({ ...Object(data), lang: 'und' }),
    },
  },
  parse: (type: string, data: unknown) => ({ type, data }),
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

  it('of a newer version than this code is not guessed at', () => {
    expect(() => upcast({ type: 'NoteWritten', schemaVersion: 4, data: {} }, catalogue)).toThrow(
      'NoteWritten is of schema version 4; this version knows 3',
    );
  });

  it('of an unknown type is not guessed at', () => {
    expect(() => upcast({ type: 'NoteBurnt', schemaVersion: 1, data: {} }, catalogue)).toThrow(
      'Unknown event type',
    );
  });

  it('is not read when a step is missing', () => {
    const gap = { ...catalogue, upcasters: { NoteWritten: { 2: (data: unknown) => data } } };
    expect(() => upcast({ type: 'NoteWritten', schemaVersion: 1, data: {} }, gap)).toThrow(
      'NoteWritten cannot be read in schema version 1',
    );
  });
});
