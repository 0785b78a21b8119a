import type { FastifyRequest } from 'fastify';
import type { Principal, Role, SignedIn } from '#libs/accounts';
import { NotAllowedError } from './not-allowed.error.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. Undefined on routes for everybody. */
    principal?: Principal;
    /** What the command of this request is stored under, when it is one. */
    commandId?: string;
    /** Whether it is answered for as long as its page is open. */
    isStream?: boolean;
  }
}

/** Somebody in a workspace, with what they may do there. */
export interface Member {
  readonly workspaceId: string;
  readonly actorId: string;
  readonly role: Role;
}

/** Who asks, on a route that is inside a workspace: the guard has let nobody else through. */
export function memberOf({ principal }: FastifyRequest): Member {
  if (principal?.workspace === undefined)
    throw new Error('This route does not say that it needs a workspace');
  const { id: workspaceId, role } = principal.workspace;
  return { workspaceId, actorId: principal.accountId, role };
}

/** Who asks, on a route for those who are signed in: the guard has let no token through. */
export function principalOf(request: FastifyRequest): SignedIn {
  const principal = askerOf(request);
  if (principal.token !== undefined) throw new NotAllowedError('not-with-a-token');
  return principal;
}

/** Who asks, in a browser or with a token. */
export function askerOf({ principal }: FastifyRequest): Principal {
  if (principal === undefined) throw new Error('This route does not say that it needs an account');
  return principal;
}
