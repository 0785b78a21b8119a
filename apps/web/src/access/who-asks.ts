import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FindPrincipal, type Principal } from '#libs/accounts';
import { sessionToken } from './session-cookie.js';

/** Finds out who asks on a route for everybody, which is another page for those who are signed in. */
@Injectable()
export class WhoAsks {
  constructor(private readonly principals: FindPrincipal) {}

  /** @returns undefined for who is not signed in */
  async of(request: FastifyRequest): Promise<Principal | undefined> {
    const token = sessionToken(request);
    const principal = token === undefined ? undefined : await this.find(token);
    if (principal !== undefined) request.principal = principal;
    return principal;
  }

  private find(token: string): Promise<Principal | undefined> {
    return this.principals.find({ token, workspaceId: undefined });
  }
}
