import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { chosenLocale, inLocale, preferredLanguage, type Locale } from '../locales/index.js';

/** Whatever a request is answered with is said in the language that its browser asks for, until it is known who asks. */
export function answerInLocale(app: NestFastifyApplication): void {
  // Behind the reading of the body, which goes on in another asynchronous context than the one that it was begun in.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
      inLocale(localeOf(request), done);
    });
}

/** As who asks has chosen it; in the language of their browser as long as they have not. */
export function localeOf({ principal, headers }: FastifyRequest): Locale {
  const ofBrowser = preferredLanguage(headers['accept-language']);
  return chosenLocale(principal?.settings ?? { language: 'browser', timeZone: 'UTC' }, ofBrowser);
}
