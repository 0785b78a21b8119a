import { ForbiddenException, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '#libs/platform';
import { accessTo, bearerToken } from '../access/index.js';
import { quoted } from './host-name.js';

const REFUSED = 'This form did not come from a page of this app. Open the app and try again there.';

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from in Sec-Fetch-Site, which no
 * page can forge; for those that do not (over plain HTTP none does), the Origin must be ours.
 *
 * A token is sent by no browser on its own, and who comes with one is judged by it alone, whatever cookies there are. Routes for
 * everybody do not look at it, so that they take it for no excuse.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(
    private readonly config: Config,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    if (bearerToken(request) !== undefined && accessTo(context, this.reflector) !== 'everybody') return true;
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (site === undefined) this.requireOrigin(origin, `${request.protocol}://${request.host}`);
    else if (site !== 'same-origin' && site !== 'none') throw new ForbiddenException(REFUSED);
    return true;
  }

  private requireOrigin(origin: string | undefined, own: string): void {
    if (origin === undefined) {
      throw new ForbiddenException(`${REFUSED} Your browser did not say where it came from.`);
    } else if (origin !== own && !this.isAllowed(origin)) {
      throw new ForbiddenException(`${REFUSED} ${explain(origin, own)}`);
    }
  }

  /** A proxy may have put another Host in place of the one that the browser asked for. */
  private isAllowed(origin: string): boolean {
    return this.config.allowedHosts.some(
      (host) => origin === `https://${host}` || origin === `http://${host}`,
    );
  }
}

/** For whoever runs the app behind a proxy: what was found, what was expected, and what to set. */
function explain(origin: string, own: string): string {
  const host = origin.replace(/^https?:\/\//, '');
  return (
    `It came from ${quoted(origin)}, and the app was asked as ${quoted(own)}. If both are the same app behind a proxy, ` +
    'whoever runs it lets the proxy pass on the Host that it was asked for (or X-Forwarded-Host and ' +
    `X-Forwarded-Proto, with TRUST_PROXY), or adds ${quoted(host)} to the variable ALLOWED_HOSTS.`
  );
}
