import type { FastifyReply } from 'fastify';

/** Answers with a page, compressed when its reader understands that. */
export function sendPage(reply: FastifyReply, html: string, status = 200): void {
  reply.status(status).type('text/html; charset=utf-8').compress(html);
}
