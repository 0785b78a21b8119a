import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Histogram } from 'prom-client';
import { LOGGER, Metrics, type Logger } from '#libs/platform';

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** One line and one measurement per request: who and what and how long, never what was written. */
export function logRequests(app: NestFastifyApplication): void {
  const logger = app.get<Logger>(LOGGER);
  const durations = new Histogram({
    name: 'garbanzo_http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [app.get(Metrics).registry],
  });
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const { method, id: requestId, commandId } = request;
    const route = request.routeOptions.url ?? 'none';
    const status = reply.statusCode;
    // How long somebody looks at a page says nothing about how quick it was.
    if (request.isStream !== true) durations.observe({ method, route, status }, reply.elapsedTime / 1000);
    const level = route.startsWith('/health') ? 'debug' : 'info';
    logger[level](
      { requestId, commandId, method, route, status, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
}
