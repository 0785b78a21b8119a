import {
  ForbiddenException,
  Injectable,
  NotFoundException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FindPrincipal, SetUp, type Principal } from '#libs/accounts';
import { may, NEEDS, type Access } from './needs.js';
import { sessionToken } from './session-cookie.js';
import { SignInNeededError } from './sign-in-needed.error.js';

const NOT_YOURS = 'You may look at this, but not change it. The owner of the workspace can let you.';

/** The one place that says no: finds out who asks, and whether they may. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: FindPrincipal,
    private readonly setUp: SetUp,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(NEEDS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined) return false;
    if (access === 'everybody') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = await this.find(request);
    if (principal === undefined)
      throw new SignInNeededError((await this.setUp.isNeeded()) ? '/setup' : '/sign-in');
    request.principal = principal;
    if (access !== 'account') requireRight(principal, access);
    return true;
  }

  private async find(request: FastifyRequest): Promise<Principal | undefined> {
    const token = sessionToken(request);
    if (token === undefined) return undefined;
    return await this.principals.find({ token, workspaceId: workspaceIn(request) });
  }
}

/** Nobody learns which workspaces there are: one that is not theirs is as one that is not there. */
function requireRight({ workspace }: Principal, right: Exclude<Access, 'everybody' | 'account'>): void {
  if (workspace === undefined) throw new NotFoundException();
  if (!may(workspace.role, right)) throw new ForbiddenException(NOT_YOURS);
}

const id = z.uuid();

function workspaceIn({ params }: FastifyRequest): string | undefined {
  const named =
    typeof params === 'object' && params !== null && 'workspaceId' in params ? params.workspaceId : undefined;
  const parsed = id.safeParse(named);
  return parsed.success ? parsed.data.toLowerCase() : undefined;
}
