import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { listenOrExit } from '../listen-or-exit.js';
import { Metrics } from '../metrics.js';
import { HealthReport, type Report } from './health-report.js';

/** What those who run a process may know of it. */
export interface Internals {
  /** In Prometheus' text format. */
  metrics(): Promise<string>;
  readiness(): Promise<Report>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Of a process that serves alone. */
export function internalsOf(app: INestApplicationContext): Internals {
  const health = app.get(HealthReport, { strict: false });
  const { registry } = app.get(Metrics, { strict: false });
  return { metrics: () => registry.metrics(), readiness: () => health.ready() };
}

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';
const SECOND = 1_000;

/**
 * Serves `/health`, `/health/ready` with all its details, and `/metrics`, where they are not for everybody. It does not
 * keep the process: whoever ends the process need not close it.
 */
export async function serveInternals(
  internals: Internals,
  place: { readonly port: number; readonly address: string },
): Promise<void> {
  const limits = {
    headersTimeout: 5 * SECOND,
    requestTimeout: 10 * SECOND,
    connectionsCheckingInterval: SECOND,
  };
  const server = createServer(limits, ({ url = '', method }, response) => {
    const isRead = method === 'GET' || method === 'HEAD';
    void answerTo(isRead ? (url.split('?')[0] ?? '') : '', internals)
      .catch((error: unknown) => json(503, { status: 'error', error: String(error) }))
      .then((answer) => send(response, answer));
  });
  server.listen(place.port, place.address);
  await listenOrExit(once(server, 'listening'), place.port);
  server.unref();
}

async function answerTo(path: string, internals: Internals): Promise<Answer> {
  switch (path) {
    case '/health':
      return json(200, { status: 'ok' });
    case '/health/ready': {
      const { isReady, details } = await internals.readiness();
      return json(isReady ? 200 : 503, details);
    }
    case '/metrics':
      return { status: 200, type: TEXT, body: await internals.metrics() };
    default:
      return json(404, { status: 'error', error: 'There is /health, /health/ready and /metrics.' });
  }
}

function json(status: number, body: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

/** Closed behind each answer: a connection that is kept would keep the process. */
function send(response: ServerResponse, { status, type, body }: Answer): void {
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  response.writeHead(status, { ...headers, connection: 'close' }).end(body);
}
