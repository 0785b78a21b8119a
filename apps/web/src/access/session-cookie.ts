import type { FastifyReply, FastifyRequest } from 'fastify';
import { StrictCookie } from './strict-cookie.js';

/** As long as a session can last. */
const DAYS_180 = 180 * 24 * 60 * 60;

const cookie = new StrictCookie('garbanzo');

/** The token of the session that a request belongs to. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return cookie.read(request);
}

/** Lets the browser remember a session, in place of the one that it may have had. */
export function rememberSession(reply: FastifyReply, token: string): void {
  cookie.set(reply, token, DAYS_180);
}

export function forgetSession(reply: FastifyReply): void {
  cookie.set(reply, '', 0);
}
