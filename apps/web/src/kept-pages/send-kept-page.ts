import type { FastifyReply } from 'fastify';
import { acceptedEncoding } from '../http/accepted-encoding.js';
import type { KeptPage, OwnPieces } from './kept-page.js';

const HEADERS = { 'content-type': 'text/html; charset=utf-8', vary: 'accept-encoding' };

/**
 * Answers with a page that has texts of its own. Browsers do not keep it, nor is it answered with 304: a page that comes
 * out of a cache has the command id that it had before, and what is done there once more would be taken for the same
 * form sent twice.
 */
export function sendKeptPage(reply: FastifyReply, page: KeptPage, own: OwnPieces): void {
  reply.headers(HEADERS);
  if (acceptedEncoding(reply.request.headers['accept-encoding'], ['gzip', 'identity']) === 'gzip') {
    reply.header('content-encoding', 'gzip').send(page.gzipWith(own));
  } else {
    reply.send(page.with(own));
  }
}
