import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FindPrincipal, FindTokenHolder, type Principal } from '#libs/accounts';
import { localeOf } from '../http/answer-in-locale.js';
import { changeLocale } from '../locales/index.js';
import { bearerToken } from './bearer-token.js';
import { sessionToken } from './session-cookie.js';

/** Finds out who sends a request. */
@Injectable()
export class WhoAsks {
  constructor(
    private readonly principals: FindPrincipal,
    private readonly holders: FindTokenHolder,
  ) {}

  /**
   * With what they may do in a workspace. Who comes with a token is judged by it alone: a session beside it neither adds to it
   * nor stands in for it.
   */
  async in(request: FastifyRequest, workspaceId: string | undefined): Promise<Principal | undefined> {
    const bearer = bearerToken(request);
    if (bearer !== undefined) return await this.holders.find({ token: bearer, workspaceId });
    const token = sessionToken(request);
    return token === undefined ? undefined : await this.principals.find({ token, workspaceId });
  }

  /**
   * On a route for everybody, which is another page for those who are signed in.
   *
   * @returns undefined for who is not signed in
   */
  async of(request: FastifyRequest): Promise<Principal | undefined> {
    const token = sessionToken(request);
    const principal =
      token === undefined ? undefined : await this.principals.find({ token, workspaceId: undefined });
    if (principal !== undefined) {
      request.principal = principal;
      changeLocale(localeOf(request));
    }
    return principal;
  }
}
