import { z } from 'zod';
import { addToPath } from '../http/add-to-path.js';
import { did } from '../lists/list-address.js';

/** The addresses of pages of what is due, or has a label, to which a form may lead back. */
export const agendaPath = z
  .string()
  .regex(
    /^\/(?:\?by=list|upcoming(?:\?from=\d{4}-\d{2}-\d{2})?|w\/[\da-f-]{36}\/labels\/[\da-f-]{36}(?:\?page=\d{1,5})?)?$/,
  );

/** A week around it has days that can be written. */
const day = z.iso.date().refine((text) => text >= '0002' && text < '9999');

/** What an address says; what makes no sense is taken as not said. */
const agendaAddress = z.object({
  by: z.enum(['time', 'list']).catch('time').default('time'),
  from: day.optional().catch(undefined),
  did,
  /** The workspace of the command that led here. */
  in: z.uuid().optional().catch(undefined),
});

export type AgendaAddress = z.infer<typeof agendaAddress>;

export function parseAgendaAddress(query: Readonly<Record<string, string | undefined>>): AgendaAddress {
  return agendaAddress.parse(query);
}

export function todayPath(by: AgendaAddress['by']): string {
  return addToPath('/', { by: by === 'time' ? undefined : by });
}

/** @param from the first day; the present one when it is left out */
export function upcomingPath(from?: string): string {
  return addToPath('/upcoming', { from });
}
