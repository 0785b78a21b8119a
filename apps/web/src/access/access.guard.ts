import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FindPrincipal, FindTokenHolder, SetUp, type Principal } from '#libs/accounts';
import { Config } from '#libs/platform';
import { isApi } from '../http/is-api.js';
import { bearerToken } from './bearer-token.js';
import { accessTo } from './needs.js';
import { requireAccess } from './require-access.js';
import { sessionToken } from './session-cookie.js';
import { SignInNeededError } from './sign-in-needed.error.js';
import { TokenNeededError } from './token-needed.error.js';

/** The one place that says no: finds out who asks, and whether they may. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: FindPrincipal,
    private readonly holders: FindTokenHolder,
    private readonly setUp: SetUp,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessTo(context, this.reflector);
    if (access === undefined) return false;
    if (access === 'everybody') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = await this.find(request);
    if (principal === undefined) throw await this.askWhoItIs(request);
    request.principal = principal;
    requireAccess(principal, access);
    return true;
  }

  /** Who comes with a token is judged by it alone: a session beside it neither adds to it nor stands in for it. */
  private async find(request: FastifyRequest): Promise<Principal | undefined> {
    const workspaceId = workspaceIn(request);
    const bearer = bearerToken(request);
    if (bearer !== undefined) return await this.holders.find({ token: bearer, workspaceId });
    const token = sessionToken(request);
    return token === undefined ? undefined : await this.principals.find({ token, workspaceId });
  }

  private async askWhoItIs(request: FastifyRequest): Promise<Error> {
    if (bearerToken(request) !== undefined) return new TokenNeededError({ isRefused: true });
    else if (isApi(request, this.config.basePath)) return new TokenNeededError({ isRefused: false });
    else return new SignInNeededError((await this.setUp.isNeeded()) ? '/setup' : '/sign-in');
  }
}

const id = z.uuid();

function workspaceIn({ params }: FastifyRequest): string | undefined {
  const named =
    typeof params === 'object' && params !== null && 'workspaceId' in params ? params.workspaceId : undefined;
  const parsed = id.safeParse(named);
  return parsed.success ? parsed.data.toLowerCase() : undefined;
}
