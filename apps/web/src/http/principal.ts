import { DEFAULT_WORKSPACE } from '#libs/queries';

/** Who asks, and in which workspace. */
export interface Principal {
  readonly workspaceId: string;
  readonly actorId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal;
    /** What the command of this request is stored under, when it is one. */
    commandId?: string;
  }
}

/** Until there are accounts, everybody is the owner of the one workspace there is. */
export const OWNER: Principal = {
  workspaceId: DEFAULT_WORKSPACE,
  actorId: '00000000-0000-7000-8000-000000000002',
};
