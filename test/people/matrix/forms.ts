import type { z } from 'zod';
import { v7 as uuidv7 } from 'uuid';
import { kindOfField, type Things } from './kinds.js';

/** What a browser says of a passkey that nobody has, when it is made and when it is used. */
const PASSKEY = JSON.stringify({
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
  response: {
    clientDataJSON: 'AAAA',
    attestationObject: 'AAAA',
    authenticatorData: 'AAAA',
    signature: 'AAAA',
  },
});

/** What fields take that do not take any text. The first that a field takes is what is filled in. */
const TEXTS = [
  'Some text',
  'eve@example.org',
  'UTC',
  'en',
  'member',
  '1',
  'true',
  'on',
  'system',
  '2027-01-01',
  'one',
  'all',
  'read',
  'copy',
  '7',
  '30',
  PASSKEY,
  '',
];

/** What a form has to say rightly, though its fields take any text. */
const RIGHT: Readonly<Record<string, string>> = { priority: 'high', label: 'Some text' };

/** What there is of what a form changes, by the name of that field: a form says what it was made from. */
const BEFORE: Readonly<Record<string, (own: Things) => string>> = {
  title: ({ canary }) => canary,
  name: ({ canary }) => canary,
  priority: () => 'none',
  note: () => '0',
};

/** What may be left out, but nothing is done without it. */
const CHOSEN: ReadonlySet<string> = new Set(['todo']);

/** A form that is filled in rightly, as its fields say what they take. @param ids in those that are ids; else only where one has to be */
export function fillIn(
  form: z.ZodObject | undefined,
  own: Things,
  ids?: Things,
): Readonly<Record<string, string>> {
  const from = Object.keys(form?.shape ?? {})
    .map((name) => BEFORE[name]?.(own))
    .find((was) => was !== undefined);
  const right = from === undefined ? RIGHT : { ...RIGHT, from };
  const fields = Object.entries(form?.shape ?? {}).flatMap(([name, field]): [string, string][] => {
    const value = valueOf(name, field as z.ZodType, { own, ids, right });
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(fields);
}

/** Whether there is an id in it, but for its own. */
export function hasIds(form: z.ZodObject | undefined): boolean {
  return Object.entries(form?.shape ?? {}).some(
    ([name, field]) => name !== 'commandId' && isId(field as z.ZodType),
  );
}

interface Values {
  readonly own: Things;
  readonly ids: Things | undefined;
  readonly right: Readonly<Record<string, string>>;
}

function valueOf(name: string, field: z.ZodType, { own, ids, right }: Values): string | undefined {
  if (name === 'commandId') return uuidv7();
  else if (isId(field)) return idOf(name, field, own, ids);
  else return right[name] ?? (takes(field, undefined) ? undefined : textFor(name, field));
}

function idOf(name: string, field: z.ZodType, own: Things, ids: Things | undefined): string | undefined {
  if (ids !== undefined) return ids[kindOfField(name)];
  else return takes(field, undefined) && !CHOSEN.has(name) ? undefined : own[kindOfField(name)];
}

function textFor(name: string, field: z.ZodType): string {
  const text = TEXTS.find((each) => takes(field, each));
  if (text === undefined) throw new Error(`Add a text that the field ${name} takes in ${import.meta.url}`);
  return text;
}

const isId = (field: z.ZodType) => takes(field, uuidv7()) && !takes(field, 'Some text');
const takes = (field: z.ZodType, value: unknown) => field.safeParse(value).success;
