import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** The id of the command that a request posts; made once, and kept with the request. */
export function commandIdOfRequest(request: FastifyRequest, form: Readonly<Record<string, unknown>>): string {
  return (request.commandId ??= commandIdOf(request.url, form));
}

/**
 * The id under which what a form asks for is stored: made of the form's `commandId`, where it is posted to and what is
 * in it. So the same form sent twice is one command, while another text typed into a page that was kept open, or was
 * come back to, is another command and not lost.
 *
 * It begins with the time that the form's id begins with, and is a uuid of version 7 as well.
 */
export function commandIdOf(path: string, form: Readonly<Record<string, unknown>>): string {
  const { commandId, ...fields } = form;
  const content = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  // Ids may be written in either case, and the path with a slash behind it.
  const [id, to] = [String(commandId).toLowerCase(), path.toLowerCase().replace(/\/$/, '')];
  const digest = hash('sha256', JSON.stringify([id, to, content]));
  const [time, rest] = [id.slice(0, 13), digest.slice(0, 18)];
  // Version 7, and the variant of RFC 9562: the four bits that every uuid has.
  return `${time}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6)}`;
}
