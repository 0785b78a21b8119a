import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { inWorkspace, SIGNED_IN } from './somebody.mjs';

/** Someone whose browser keeps cookies, as all of them do unless told otherwise. */
export class Reader {
  private readonly cookies: Map<string, string>;

  /** @param fixed what is sent with every request, instead of what was answered to the one before */
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly fixed?: Readonly<Record<string, string>>,
  ) {
    this.cookies = new Map(Object.entries(fixed ?? {}));
  }

  get remembered(): readonly string[] {
    return [...this.cookies.keys()];
  }

  async open(path: string) {
    const { server, headers } = this.sender();
    const answer = await request(server).get(inWorkspace(path)).set(headers);
    this.keep(answer.headers['set-cookie']);
    return answer;
  }

  /** Posts a form, and answers where it leads. */
  async post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const { server, headers } = this.sender();
    const form = { commandId: uuidv7(), ...fields };
    const sent = request(server)
      .post(inWorkspace(path))
      .type('form')
      .set(headers)
      .set('sec-fetch-site', 'same-origin');
    const answer = await sent.send(form);
    if (answer.status !== 303) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
    this.keep(answer.headers['set-cookie']);
    return String(answer.headers.location);
  }

  private sender() {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      server: this.app.getHttpServer(),
      headers: { accept: 'text/html', cookie: [SIGNED_IN.cookie, cookie].filter(Boolean).join('; ') },
    };
  }

  private keep(answered: unknown): void {
    if (this.fixed !== undefined) return;
    for (const text of Array.isArray(answered) ? answered.map(String) : []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (/;\s*max-age=0/i.test(text)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
