import { z } from 'zod';
import type { TodoCursor } from '#libs/queries';

/** Orders that version 0.1.0 has made may be much longer than new ones. */
const PATTERN = /^([0-9A-Za-z]{1,2000})~([0-9a-f-]{36})$/;

/** A place in a list as addresses carry it: `order~id`. */
export const cursorText = z.string().regex(PATTERN);

export function formatCursor({ order, id }: TodoCursor): string {
  return `${order}~${id}`;
}

const uuid = z.uuid();

/** The place that a text stands for, or undefined when it is none. */
export function parseCursor(text: string | undefined): TodoCursor | undefined {
  const [, order, id] = PATTERN.exec(text ?? '') ?? [];
  return order !== undefined && uuid.safeParse(id).success && id !== undefined ? { order, id } : undefined;
}
