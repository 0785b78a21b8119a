import type { FastifyRequest } from 'fastify';
import type { Visit } from '#libs/accounts';
import { browserTokens } from '../access/index.js';

/** Far more than any browser says of itself. */
const LONGEST = 300;

/** The browser and the address that somebody signs in from. */
export function visitOf(request: FastifyRequest): Visit {
  const { headers, ip } = request;
  const device = (headers['user-agent'] ?? '').slice(0, LONGEST);
  return { device, address: ip, browserTokens: browserTokens(request) };
}
