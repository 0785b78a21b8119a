import { ForbiddenException, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from in Sec-Fetch-Site, which no
 * page can forge; for those that do not, the Origin must be ours.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET' || request.method === 'HEAD' || isOurs(request)) return true;
    throw new ForbiddenException(
      'This form did not come from a page of this app. Open the app and try again there.',
    );
  }
}

function isOurs({ headers, protocol, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  else return headers.origin === `${protocol}://${host}`;
}
