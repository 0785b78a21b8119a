import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FindPrincipal, FindTokenHolder, type Principal } from '#libs/accounts';
import { localeOf } from '../http/answer-in-locale.js';
import { changeLocale } from '../locales/index.js';
import { bearerToken } from './bearer-token.js';
import { sessionToken } from './session-cookie.js';

/** What a request shows of who sends it. */
export type Shown = { readonly bearer: string } | { readonly session: string };

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
    const shown = shownBy(request);
    if (shown === undefined) return undefined;
    else if ('bearer' in shown) return await this.holders.find({ token: shown.bearer, workspaceId });
    else return await this.principals.find({ token: shown.session, workspaceId });
  }

  /** Who has sent a request that is still being answered. Nothing is used by that. */
  async still(shown: Shown, workspaceId: string): Promise<Principal | undefined> {
    if ('bearer' in shown) return await this.holders.look({ token: shown.bearer, workspaceId });
    else return await this.principals.look({ token: shown.session, workspaceId });
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
    if (principal !== undefined) recognise(request, principal);
    return principal;
  }
}

/** From here on it is known who asks, and they are answered as they want to read. */
export function recognise(request: FastifyRequest, principal: Principal): void {
  request.principal = principal;
  changeLocale(localeOf(request));
}

export function shownBy(request: FastifyRequest): Shown | undefined {
  const bearer = bearerToken(request);
  if (bearer !== undefined) return { bearer };
  const session = sessionToken(request);
  return session === undefined ? undefined : { session };
}
