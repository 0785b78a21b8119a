import type { FastifyRequest } from 'fastify';
import type { Visit } from '#libs/accounts';

/** Far more than any browser says of itself. */
const LONGEST = 300;

/** The browser and the address that somebody signs in from. */
export function visitOf({ headers, ip }: FastifyRequest): Visit {
  return { device: (headers['user-agent'] ?? '').slice(0, LONGEST), address: ip };
}
