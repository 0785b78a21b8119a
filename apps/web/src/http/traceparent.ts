import type { FastifyRequest } from 'fastify';

/** Version, trace id, parent id and flags: https://www.w3.org/TR/trace-context/#traceparent-header. */
const FORM = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** What a tracing proxy in front of us says of a request. Anything else than that is not kept: the log is for ever. */
export function traceparentOf({ headers: { traceparent } }: FastifyRequest): string | undefined {
  return typeof traceparent === 'string' && FORM.test(traceparent) ? traceparent : undefined;
}
