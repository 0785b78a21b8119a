import { Injectable, NotFoundException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FindWorkspaces, type MemberOf } from '#libs/accounts';
import { askerOf } from './member.js';
import type { Right } from './needs.js';
import { hasRight } from './require-access.js';
import { WhoAsks } from './who-asks.js';

/**
 * Other workspaces than that of the address. Whatever is named by a form and not by the address is asked for here: the same
 * question as the guard's, about all that makes up who asks. A token may be for one of its owner's workspaces only.
 */
@Injectable()
export class Elsewhere {
  constructor(
    private readonly who: WhoAsks,
    private readonly workspaces: FindWorkspaces,
  ) {}

  /** @throws NotFoundException where they have no such right: a workspace that is not theirs is as one that is not there */
  async require(request: FastifyRequest, workspaceId: string, right: Right): Promise<void> {
    const principal = await this.who.in(request, workspaceId);
    if (principal === undefined || !hasRight(principal, right)) throw new NotFoundException();
  }

  /** Those in which they have a right, for them to choose from. */
  async where(request: FastifyRequest, right: Right): Promise<readonly MemberOf[]> {
    const principal = askerOf(request);
    const all = await this.workspaces.find(principal);
    return all.filter(
      (workspace) => workspace.id !== principal.workspace?.id && hasRight({ ...principal, workspace }, right),
    );
  }
}
