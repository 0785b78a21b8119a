import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { SECURITY_HEADERS } from './security-headers.js';

type PlainStatus = 400 | 408 | 417 | 431;

const TEXTS: Readonly<Record<PlainStatus, string>> = {
  400: 'That is no request in HTTP.',
  408: 'The request took too long to arrive.',
  417: 'Nothing else than “100-continue” can be expected here.',
  431: 'The headers of the request are too large.',
};

const STATUS_OF: Readonly<Record<string, PlainStatus>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** For what Node itself has to answer, because no request could be read that would lead to a page. */
export function plainAnswer(status: PlainStatus) {
  const body = `${TEXTS[status]}\n`;
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  return { status, headers, body };
}

/** Node's `clientError`: says what is wrong, if anybody listens still, and closes the connection. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, headers, body } = plainAnswer(STATUS_OF[error.code ?? ''] ?? 400);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  if (socket.writable)
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  socket.destroy(error);
}
