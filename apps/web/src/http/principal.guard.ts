import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OWNER } from './principal.js';

/** Says who asks. Every route passes it, so that accounts come in at one place. */
@Injectable()
export class PrincipalGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    context.switchToHttp().getRequest<FastifyRequest>().principal = OWNER;
    return true;
  }
}
