import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FindHome, FindWorkspaces, type MemberOf } from '#libs/accounts';

/** Finds the workspace that stands beside a page: that of the page, else the one in which its reader was last. */
@Injectable()
export class HomeWorkspace {
  constructor(
    private readonly homes: FindHome,
    private readonly workspaces: FindWorkspaces,
  ) {}

  /** Undefined for who is in none, and for who is not signed in. */
  async of({ principal }: FastifyRequest): Promise<MemberOf | undefined> {
    if (principal === undefined || principal.workspace !== undefined || principal.token !== undefined)
      return principal?.workspace;
    const [id, workspaces] = await Promise.all([this.homes.find(principal), this.workspaces.find(principal)]);
    return workspaces.find((workspace) => workspace.id === id);
  }
}
