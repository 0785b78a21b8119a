import type { FastifyRequest } from 'fastify';
import type { CommandContext } from '#libs/commands';
import { memberOf } from '../access/index.js';
import { traceparentOf } from '../http/traceparent.js';
import { commandIdOfRequest } from './command-id.js';

/** Who asks, and within what, as a request with a form says it. */
export function contextOf(request: FastifyRequest, form: Readonly<Record<string, unknown>>): CommandContext {
  const { workspaceId, actorId } = memberOf(request);
  return {
    workspaceId,
    actorId,
    commandId: commandIdOfRequest(request, form),
    correlationId: request.id,
    traceparent: traceparentOf(request),
  };
}
