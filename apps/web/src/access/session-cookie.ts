import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserTokenOf } from '#libs/accounts';

/** Of the last who signed in with a browser: a household may share one. */
const REMEMBERED = 4;

/** As long as a session can last. */
const DAYS_180 = 180 * 24 * 60 * 60;

/**
 * Over TLS a name that browsers keep strictly: no other host, and nobody who listens on plain HTTP, can set it or read it. A
 * household without TLS in its own network has to do without, because there browsers drop such cookies.
 */
function nameFor({ protocol }: FastifyRequest): string {
  return protocol === 'https' ? '__Host-garbanzo' : 'garbanzo';
}

const browserNameFor = (request: FastifyRequest) => `${nameFor(request)}-browser`;

/** The token of the session that a request belongs to. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return readCookie(request, nameFor(request));
}

/** What earlier sessions have left in the browser, the latest first. It opens nothing. */
export function browserTokens(request: FastifyRequest): readonly string[] {
  const value = readCookie(request, browserNameFor(request)) ?? '';
  return value.split('.').filter(Boolean).slice(0, REMEMBERED);
}

function readCookie({ headers: { cookie } }: FastifyRequest, name: string): string | undefined {
  return cookie === undefined ? undefined : parseCookie(cookie)[name];
}

/** Lets the browser remember a session, in place of the one that it may have had. */
export function rememberSession(reply: FastifyReply, token: string): void {
  const { request } = reply;
  setCookie(reply, nameFor(request), token, DAYS_180);
  const known = [browserTokenOf(token), ...browserTokens(request)].slice(0, REMEMBERED);
  setCookie(reply, browserNameFor(request), known.join('.'), DAYS_180);
}

export function forgetSession(reply: FastifyReply): void {
  setCookie(reply, nameFor(reply.request), '', 0);
}

function setCookie(reply: FastifyReply, name: string, value: string, maxAge: number): void {
  const cookie = stringifySetCookie({
    name,
    value,
    maxAge,
    path: '/',
    httpOnly: true,
    secure: reply.request.protocol === 'https',
    sameSite: 'lax',
  });
  reply.header('set-cookie', cookie);
}
