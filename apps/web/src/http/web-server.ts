import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { ConnectionLimits } from './connection-limits.js';
import { plainAnswer } from './plain-answer.js';

const SECOND = 1_000;

/** In milliseconds, but for the last. */
export const LIMITS = {
  /** For the first line and the headers. More than `requestTimeout` would put that out of force. */
  headersTimeout: 10 * SECOND,
  /** For a whole request to arrive: without it a slow client holds a connection for ever. */
  requestTimeout: 20 * SECOND,
  /** How often Node looks for those two. */
  connectionsCheckingInterval: 2 * SECOND,
  /** Longer than load balancers keep a connection that nobody uses, so that it is they who close it. */
  keepAliveTimeout: 72 * SECOND,
  /** The same, whatever is sent meanwhile that is no request: to Node even an empty line is a sign of life. */
  idleTimeout: 75 * SECOND,
  /** Requests of one connection that are answered at once. Browsers send one; a proxy may send some. */
  inFlight: 16,
};

/** The server of Node below Fastify: what nobody needs and much of which would hold up others is bounded here. */
export function createWebServer(handler: RequestListener, limits = LIMITS): Server {
  const connections = new ConnectionLimits(limits);
  // Node would answer by itself to a request without a Host, and without our headers.
  const server = createServer({ ...limits, requireHostHeader: false }, (request, response) => {
    if (!connections.admit(request, response)) return;
    if (isForAPage(request)) handler(request, response);
    else answerPlainly(400, response);
  });
  server.on('checkExpectation', (_request, response) => answerPlainly(417, response));
  return server;
}

/** Has the host that HTTP/1.1 asks for, and a path: not `*`, which Fastify would answer past all hooks. */
function isForAPage({ headers, url = '' }: IncomingMessage): boolean {
  return headers.host !== undefined && /^(\/|https?:\/\/)/.test(url);
}

function answerPlainly(problem: 400 | 417, response: ServerResponse): void {
  const { status, headers, body } = plainAnswer(problem);
  response.writeHead(status, headers).end(body);
}
