import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#libs/platform';
import { PageReads } from '#libs/queries';
import { shownCookies, shownOnly } from './shown-cookies.js';

/**
 * Lets browsers remember how new what they are shown is, so that no replica shows them anything older. After a form they
 * remember nothing, so that the next page is read from the primary wherever they go. Does nothing without a replica.
 */
export function rememberShown(app: NestFastifyApplication): void {
  if (!app.get(PageReads, { strict: false }).hasReplica) return;
  const { basePath } = app.get(Config);
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    const sent = shownCookies(request.headers.cookie);
    const shown = await shownBy(request);
    if (shown === 0 && request.method !== 'POST') return;
    const cookies = shownOnly(shown === 0 ? undefined : shown, sent, basePath);
    if (cookies.length > 0) reply.header('set-cookie', cookies);
  });
  // Of a page that nobody waits for any more.
  instance.addHook('onResponse', async ({ reading }: FastifyRequest) => reading?.end());
}

/** 0 if nothing was read, undefined if it cannot be found out. */
async function shownBy({ reading }: FastifyRequest): Promise<number | undefined> {
  try {
    return (await reading?.shownUpTo()) ?? 0;
  } catch {
    return undefined;
  } finally {
    await reading?.end();
  }
}
