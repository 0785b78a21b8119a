import type { FastifyRequest } from 'fastify';

/** Whether the client would rather have JSON than a page. */
export function wantsJson({ headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
