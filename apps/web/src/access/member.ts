import type { FastifyRequest } from 'fastify';
import type { MemberOf, Principal, Role, SignedIn } from '#libs/accounts';
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
export function memberOf(request: FastifyRequest): Member {
  const { id: workspaceId, role } = workspaceOf(request);
  return { workspaceId, actorId: askerOf(request).accountId, role };
}

/** The workspace of such a route, as who asks is a member of it. */
export function workspaceOf({ principal }: FastifyRequest): MemberOf {
  if (principal?.workspace === undefined)
    throw new Error('This route does not say that it needs a workspace');
  return principal.workspace;
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
