import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserTokenOf } from '#libs/accounts';
import { StrictCookie } from './strict-cookie.js';

/** Of the last who signed in with a browser: a household may share one. */
const REMEMBERED = 4;

/** As long as a session can last. */
const DAYS_180 = 180 * 24 * 60 * 60;

const session = new StrictCookie('garbanzo');
const browser = new StrictCookie('garbanzo-browser');

/** The token of the session that a request belongs to. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return session.read(request);
}

/** What earlier sessions have left in the browser, the latest first. It opens nothing. */
export function browserTokens(request: FastifyRequest): readonly string[] {
  return (browser.read(request) ?? '').split('.').filter(Boolean).slice(0, REMEMBERED);
}

/** Lets the browser remember a session, in place of the one that it may have had. */
export function rememberSession(reply: FastifyReply, token: string): void {
  session.set(reply, token, DAYS_180);
  const known = [browserTokenOf(token), ...browserTokens(reply.request)].slice(0, REMEMBERED);
  browser.set(reply, known.join('.'), DAYS_180);
}

export function forgetSession(reply: FastifyReply): void {
  session.set(reply, '', 0);
}
