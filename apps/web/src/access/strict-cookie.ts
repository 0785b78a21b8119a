import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A cookie with a secret that the browser keeps for us and shows to nobody else. */
export class StrictCookie {
  /** @param name without the prefix that it gets over TLS */
  constructor(private readonly name: string) {}

  read(request: FastifyRequest): string | undefined {
    const { cookie } = request.headers;
    return cookie === undefined ? undefined : parseCookie(cookie)[this.nameFor(request)];
  }

  /** @param maxAge seconds; 0 makes the browser forget it */
  set(reply: FastifyReply, value: string, maxAge: number): void {
    const { request } = reply;
    const cookie = stringifySetCookie({
      name: this.nameFor(request),
      value,
      maxAge,
      path: '/',
      httpOnly: true,
      secure: request.protocol === 'https',
      sameSite: 'lax',
    });
    reply.header('set-cookie', cookie);
  }

  /**
   * Over TLS a name that browsers keep strictly: no other host, and nobody who listens on plain HTTP, can set it or read it. A
   * household without TLS in its own network has to do without, because there browsers drop such cookies.
   */
  private nameFor({ protocol }: FastifyRequest): string {
    return protocol === 'https' ? `__Host-${this.name}` : this.name;
  }
}
