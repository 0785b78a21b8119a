import type { FastifyRequest } from 'fastify';
import { TOKEN_PREFIX } from '#libs/accounts';

const BEARER = new RegExp(`^bearer +(${TOKEN_PREFIX}.*)$`, 'is');

/**
 * The token that a request is sent with, valid or not. What else stands in an Authorization header is not for us: a proxy in front
 * may ask for a password of its own.
 */
export function bearerToken({ headers: { authorization = '' } }: FastifyRequest): string | undefined {
  return BEARER.exec(authorization)?.[1]?.trimEnd();
}
