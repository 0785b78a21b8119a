import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Site } from '#libs/accounts';

/** Where a request asks for the app. The guard has let no name through that is not ours. */
export function siteOf({ protocol, host, hostname }: FastifyRequest): Site {
  return { host: hostname, origin: `${protocol}://${host}` };
}

/** Passkeys belong to a name: to a bare address no browser gives one (WebAuthn, 5.1.3). */
export function canHavePasskeys({ hostname }: FastifyRequest): boolean {
  return isIP(hostname.replaceAll(/[[\]]/g, '')) === 0;
}
