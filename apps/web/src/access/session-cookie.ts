import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** As long as a session can last. */
const DAYS_180 = 180 * 24 * 60 * 60;

/**
 * Over TLS a name that browsers keep strictly: no other host, and nobody who listens on plain HTTP, can set it or read it. A
 * household without TLS in its own network has to do without, because there browsers drop such cookies.
 */
function nameFor({ protocol }: FastifyRequest): string {
  return protocol === 'https' ? '__Host-garbanzo' : 'garbanzo';
}

/** The token of the session that a request belongs to. */
export function sessionToken(request: FastifyRequest): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : parseCookie(cookie)[nameFor(request)];
}

/** Lets the browser remember a session, in place of the one that it may have had. */
export function rememberSession(reply: FastifyReply, token: string): void {
  setCookie(reply, token, DAYS_180);
}

export function forgetSession(reply: FastifyReply): void {
  setCookie(reply, '', 0);
}

function setCookie(reply: FastifyReply, value: string, maxAge: number): void {
  const { request } = reply;
  const cookie = stringifySetCookie({
    name: nameFor(request),
    value,
    maxAge,
    path: '/',
    httpOnly: true,
    secure: request.protocol === 'https',
    sameSite: 'lax',
  });
  reply.header('set-cookie', cookie);
}
