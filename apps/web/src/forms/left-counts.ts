import { z } from 'zod';
import type { Left } from '#libs/commands';
import { say } from '../locales/index.js';

/** Why something could not be done for some of many to-dos, as people are told of it. */
const REASONS = ['already', 'trash', 'moved', 'changed', 'target', 'before', 'missing', 'item'] as const;

type Reason = (typeof REASONS)[number];

const REASON_OF: Readonly<Partial<Record<Left, Reason>>> = {
  'so-already': 'already',
  'todo-in-trash': 'trash',
  'todo-list-in-trash': 'trash',
  'todo-not-found': 'missing',
  'todo-moved-away': 'moved',
  'item-gone': 'item',
  'list-chosen-in-trash': 'target',
  'list-in-trash': 'target',
  'list-before-in-trash': 'before',
};

export type LeftCounts = ReadonlyMap<Reason, number>;

/** How many were left for each reason, as an address has it: `already-1,trash-2`. It says nothing but numbers. */
export function formatLeft(left: ReadonlyMap<Left, number>): string | undefined {
  const counts = new Map<Reason, number>();
  for (const [why, count] of left) {
    const reason = REASON_OF[why] ?? 'changed';
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  const parts = REASONS.flatMap((reason) => (counts.has(reason) ? [`${reason}-${counts.get(reason)}`] : []));
  return parts.length > 0 ? parts.join(',') : undefined;
}

const part = z.templateLiteral([z.enum(REASONS), '-', z.string().regex(/^[1-9]\d{0,3}$/)]);

/** The same, read. */
export const leftCounts = z.string().transform((text, context): LeftCounts => {
  const parts = text.split(',').map((each) => part.safeParse(each));
  const counts = new Map<Reason, number>();
  for (const { data } of parts) {
    const reason = REASONS.find((name) => data?.startsWith(`${name}-`));
    if (data === undefined || reason === undefined) context.addIssue('no counts');
    else counts.set(reason, Number(data.slice(reason.length + 1)));
  }
  return counts;
});

/** A sentence for each reason. */
export function leftWords(left: LeftCounts): string {
  return [...left].map(([reason, count]) => say(`many.left-${reason}`, { count })).join(' ');
}
