import { z } from 'zod';
import type { TrashCursor } from '#libs/queries';

const parts = z.tuple([z.iso.datetime().transform((text) => new Date(text)), z.uuid()]);

/** A place in the trash as addresses carry it: `time~id`. */
export function formatTrashCursor({ removedAt, id }: TrashCursor): string {
  return `${removedAt.toISOString()}~${id}`;
}

/** The place that a text stands for, or undefined when it is none. */
export function parseTrashCursor(text: string | undefined): TrashCursor | undefined {
  const parsed = parts.safeParse(text?.split('~'));
  return parsed.success ? { removedAt: parsed.data[0], id: parsed.data[1] } : undefined;
}
