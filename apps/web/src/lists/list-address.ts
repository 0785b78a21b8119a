import { z } from 'zod';
import { SHOWS } from '#libs/queries';
import { addToPath } from '../http/add-to-path.js';
import { leftCounts } from '../forms/left-counts.js';
import { cursorText } from './cursor.js';

/** Which part of a list an address is about. */
export const listPart = {
  show: z.enum(SHOWS).optional(),
  after: cursorText.optional(),
  /** What is being edited: a to-do's id, `list` for the list's own name, or `lines` for several new to-dos. */
  edit: z.union([z.uuid(), z.literal('list'), z.literal('lines')]).optional(),
  /** Present while to-dos are chosen, to do something with several of them. */
  choose: z.literal('').optional(),
};

export type ListPart = z.infer<z.ZodObject<typeof listPart>>;

/** The command that led here: the page says what it has changed. */
export const did = z.uuid().optional().catch(undefined);

/** Where among the lists a page is. */
export const placeAmongLists = z.object({ after: z.uuid().optional().catch(undefined), did });

/** The address of a list page, with what has happened just now. */
const listAddress = z.object({
  show: listPart.show.catch(undefined),
  after: listPart.after.catch(undefined),
  edit: listPart.edit.catch(undefined),
  choose: listPart.choose.catch(undefined),
  did,
  left: leftCounts.optional().catch(undefined),
});

export type ListAddress = z.infer<typeof listAddress>;

/** What an address says; what makes no sense is taken as not said. */
export function parseListAddress(query: Readonly<Record<string, string | undefined>>): ListAddress {
  return listAddress.parse(query);
}

/** The path of a list, at that part of it. */
export function listPath(listId: string, { show, after, edit, choose }: ListPart = {}): string {
  return addToPath(`/lists/${listId}`, { show: show === 'all' ? undefined : show, after, edit, choose });
}
