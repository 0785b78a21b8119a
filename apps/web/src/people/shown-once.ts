import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { principalOf, StrictCookie } from '../access/index.js';

/** In seconds: the browser opens the page at once. */
const LIFE = 60;

const cookie = new StrictCookie('garbanzo-once');

const kept = z.object({ key: z.string(), shown: z.unknown() });

/**
 * What is shown one time only, because the database has no more than its hash. The answer to the form is a redirect, so that
 * loading the page again makes no other one; meanwhile it is in no address, but in a cookie that the page takes away.
 */
export class ShownOnce<Shown> {
  constructor(
    private readonly what: string,
    private readonly schema: z.ZodType<Shown>,
  ) {}

  keep(reply: FastifyReply, shown: Shown): void {
    const text = JSON.stringify({ key: this.keyOf(reply.request), shown });
    cookie.set(reply, Buffer.from(text).toString('base64url'), LIFE);
  }

  /** @returns undefined when there is nothing (any more) for this page and who reads it */
  take(reply: FastifyReply): Shown | undefined {
    const found = kept.safeParse(parse(cookie.read(reply.request) ?? ''));
    if (!found.success || found.data.key !== this.keyOf(reply.request)) return undefined;
    cookie.set(reply, '', 0);
    return this.schema.safeParse(found.data.shown).data;
  }

  private keyOf(request: FastifyRequest): string {
    const { accountId, workspace } = principalOf(request);
    return [this.what, accountId, workspace?.id].join(' ');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
