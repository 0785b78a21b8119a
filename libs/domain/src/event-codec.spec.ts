import { describe, expect, it } from '@jest/globals';
import { arrayOf, day, moment, nullable, optional, text, uuid } from './codec.js';
import { event } from './event-codec.js';

const id = '0190f3a2-7c1b-7000-8000-0123456789ab';

describe('a codec', () => {
  it.each([
    [text, 'Milk'],
    [text, ''],
    [uuid, id],
    [uuid, id.toUpperCase()],
    [day, '2026-02-28'],
    [day, '2024-02-29'],
    [moment, '2026-11-27T05:03:02.001Z'],
    [nullable(day), null],
    [optional(uuid), undefined],
    [arrayOf(uuid), [id, id]],
    [arrayOf(nullable(text)), [null, 'x']],
  ])('%p reads %j', (codec, value) => {
    expect(codec(value)).toEqual(value);
  });

  it.each([
    [text, 7, 'is not text'],
    [text, 'a\0b', 'is not text'],
    [text, 'a\ud800b', 'is not text'],
    [uuid, 'home', 'is not a uuid'],
    [uuid, null, 'is not a uuid'],
    [day, '2026-02-29', 'is not a day'],
    [day, '2026-2-3', 'is not a day'],
    [day, '2026-02-03T00:00', 'is not a day'],
    [day, '0000-01-01', 'is not a day'],
    [day, '-000001-01-01', 'is not a day'],
    [day, '+012026-01-01', 'is not a day'],
    [day, 20_260_203, 'is not a day'],
    [moment, '2026-11-27T05:03:02Z', 'is not a moment'],
    [moment, '2026-11-27T25:03:02.001Z', 'is not a moment'],
    [moment, 7, 'is not a moment'],
    [nullable(uuid), undefined, 'is not a uuid'],
    [arrayOf(uuid), id, 'is not an array'],
    [arrayOf(uuid), [id, 'home'], 'is not a uuid'],
  ])('%p refuses %j', (codec, value, message) => {
    expect(() => codec(value)).toThrow(message);
  });
});

describe('an event', () => {
  const scheduled = event({ dueOn: nullable(day), listIds: arrayOf(uuid), note: optional(text) });

  it('reads its fields', () => {
    const data = { dueOn: '2026-11-27', listIds: [id] };
    expect(scheduled.parse(data)).toEqual(data);
  });

  it.each([
    [null, 'has no data'],
    ['x', 'has no data'],
    [{ listIds: [] }, 'has a field dueOn that is not a day'],
    [{ dueOn: null, listIds: ['home'] }, 'has a field listIds that is not a uuid'],
    [{ dueOn: null, listIds: [], note: 7 }, 'has a field note that is not text'],
  ])('refuses %j, naming the field', (data, message) => {
    expect(() => scheduled.parse(data)).toThrow(message);
  });

  it('has a schema version more with each upcaster', () => {
    expect(scheduled.schemaVersion).toBe(1);
    expect(event({}, (data) => data).schemaVersion).toBe(2);
  });
});
