import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { KeptPage } from './kept-page.js';

/** Browsers keep the page, and ask each time whether it is still the same. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'private, no-cache',
  vary: 'accept-encoding',
};

/** Answers with a page of its own command id, or with 304 to a script that has this page already. */
export function sendKeptPage(reply: FastifyReply, page: KeptPage): void {
  const { request } = reply;
  reply.headers(HEADERS).header('etag', page.etag);
  if (isForAScript(request) && request.headers['if-none-match'] === page.etag) {
    reply.status(304).send();
  } else if (acceptsGzip(request)) {
    reply.header('content-encoding', 'gzip').send(page.gzipWith(uuidv7()));
  } else {
    reply.send(page.with(uuidv7()));
  }
}

/**
 * What a person goes to is sent whole: two windows that took it from the browser's cache would have the same command
 * id in their forms, and what was typed into both would be done once. Scripts make command ids of their own.
 */
function isForAScript({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-mode'] !== 'navigate';
}

function acceptsGzip({ headers }: FastifyRequest): boolean {
  const accepted = headers['accept-encoding']?.toLowerCase() ?? '';
  return negotiate(accepted, ['gzip', 'identity']) === 'gzip';
}
