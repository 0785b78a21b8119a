import { z } from 'zod';
import { addToPath } from '../forms/add-to-path.js';
import { cursorText } from './cursor.js';

/** Which part of a list a page shows, and what on it is being edited. */
export interface ListPlace {
  readonly show?: 'all' | 'active' | 'done' | undefined;
  readonly after?: string | undefined;
  /** A to-do's id, or `list` for the list's own name. */
  readonly edit?: string | undefined;
  /** The to-do that was moved to the trash just now. */
  readonly removed?: string | undefined;
  /** The to-do that was added just now. */
  readonly added?: string | undefined;
}

/** What an address says of it; what makes no sense is taken as not said. */
export const listPlace = z.object({
  show: z.enum(['all', 'active', 'done']).optional().catch(undefined),
  after: cursorText.optional().catch(undefined),
  edit: z
    .union([z.uuid(), z.literal('list')])
    .optional()
    .catch(undefined),
  removed: z.uuid().optional().catch(undefined),
  added: z.uuid().optional().catch(undefined),
});

/** The path of a list, at that place. */
export function listPath(listId: string, { show, after, edit }: ListPlace = {}): string {
  return addToPath(`/lists/${listId}`, { show: show === 'all' ? undefined : show, after, edit });
}
