import { HttpStatus, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '#libs/platform';
import { accessTo, bearerToken } from '../access/index.js';
import { brief } from './host-name.js';
import { ToldError } from './told.error.js';

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
    else if (site !== 'same-origin' && site !== 'none')
      throw new ToldError(HttpStatus.FORBIDDEN, 'problems.foreign-form');
    return true;
  }

  private requireOrigin(origin: string | undefined, own: string): void {
    if (origin === undefined) {
      throw new ToldError(HttpStatus.FORBIDDEN, 'problems.form-from-nowhere');
    } else if (origin !== own && !this.isAllowed(origin)) {
      const host = origin.replace(/^https?:\/\//, '');
      const values = { origin: brief(origin), own: brief(own), host: brief(host) };
      throw new ToldError(HttpStatus.FORBIDDEN, 'problems.form-from-elsewhere', values);
    }
  }

  /** A proxy may have put another Host in place of the one that the browser asked for. */
  private isAllowed(origin: string): boolean {
    return this.config.allowedHosts.some(
      (host) => origin === `https://${host}` || origin === `http://${host}`,
    );
  }
}
