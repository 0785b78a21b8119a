import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '#libs/platform';
import { ANY_HOST } from './any-host.js';
import { brief, isOurName } from './host-name.js';
import { ToldError } from './told.error.js';

/** Misdirected Request, of RFC 9110. */
const MISDIRECTED = 421;

/** Refuses what is asked for under a name that is not ours. */
@Injectable()
export class HostGuard implements CanActivate {
  constructor(
    private readonly config: Config,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const isForAnyHost = this.reflector.get<boolean | undefined>(ANY_HOST, context.getClass());
    const { allowedHosts } = this.config;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const foreign = hostsOf(request).find((host) => !isOurName(host, allowedHosts));
    if (isForAnyHost || foreign === undefined) return true;
    const more = allowedHosts.map((host) => `, ${host}`).join('');
    throw new ToldError(MISDIRECTED, 'problems.not-our-name', { asked: brief(foreign), more });
  }
}

/**
 * Both what the request says and what a proxy that is trusted says: a page under a foreign name can send any
 * X-Forwarded-Host, but not another Host.
 */
function hostsOf({ headers, host }: FastifyRequest): readonly string[] {
  return [headers.host ?? '', host];
}
