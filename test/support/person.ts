import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';

/** Somebody with a browser of their own: it keeps the cookies that it is given, and paths are as they are. */
export class Person {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly web: NestFastifyApplication,
    token?: string,
  ) {
    if (token !== undefined) this.cookies.set('garbanzo', token);
  }

  /** Whether the browser has the cookie of a session. */
  get isRemembered(): boolean {
    return this.cookies.has('garbanzo');
  }

  async open(path: string, headers: Readonly<Record<string, string>> = {}) {
    const sent = request(this.web.getHttpServer()).get(path);
    return this.keep(await sent.set({ accept: 'text/html', ...this.cookie(), ...headers }));
  }

  async post(path: string, fields: Readonly<Record<string, string>> = {}, headers = {}) {
    const sent = request(this.web.getHttpServer()).post(path).type('form');
    const own = { accept: 'text/html', 'sec-fetch-site': 'same-origin', 'user-agent': 'Firefox' };
    return this.keep(await sent.set({ ...own, ...this.cookie(), ...headers }).send({ ...fields }));
  }

  /** Posts it, and opens where that leads. What is refused leads nowhere. */
  async postAndFollow(path: string, fields: Readonly<Record<string, string>> = {}) {
    const posted = await this.post(path, fields);
    return posted.status === 303 ? await this.open(String(posted.headers.location)) : posted;
  }

  /** The same cookies, kept elsewhere. */
  inAnotherBrowser(): Person {
    const copy = new Person(this.web);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  cookie(): { readonly cookie?: string } {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  private keep<Answer extends { readonly headers: Record<string, unknown> }>(answer: Answer): Answer {
    const set = answer.headers['set-cookie'];
    for (const text of Array.isArray(set) ? set.map(String) : []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (/;\s*max-age=0/i.test(text)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
