import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SetUp } from '#libs/accounts';
import { Config } from '#libs/platform';
import { isApi } from '../http/is-api.js';
import { bearerToken } from './bearer-token.js';
import { accessTo } from './needs.js';
import { requireAccess } from './require-access.js';
import { SignInNeededError } from './sign-in-needed.error.js';
import { TokenNeededError } from './token-needed.error.js';
import { recognise, WhoAsks } from './who-asks.js';

/** The one place that says no: finds out who asks, and whether they may. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly who: WhoAsks,
    private readonly setUp: SetUp,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessTo(context, this.reflector);
    if (access === undefined) return false;
    if (access === 'everybody') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = await this.who.in(request, workspaceIn(request));
    if (principal === undefined) throw await this.askWhoItIs(request);
    recognise(request, principal);
    requireAccess(principal, access);
    return true;
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
