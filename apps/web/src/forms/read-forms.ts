import { parse } from 'node:querystring';
import { BadRequestException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { localeOf } from '../http/answer-in-locale.js';
import { inLocale, say } from '../locales/index.js';

const TYPE = 'application/x-www-form-urlencoded';

/** Reads forms strictly: what is no text is refused, rather than kept as something that nobody typed. */
export function readForms(app: NestFastifyApplication): void {
  app.useBodyParser(TYPE, {}, (request: FastifyRequest, body, done) => {
    const text = textOf(body);
    if (text === undefined) done(noText(request));
    // A field that is given more than once is a list, which forms take of to-dos that are chosen only.
    else done(null, parse(text, '&', '=', { maxKeys: 0 }));
  });
}

/** Browsers send nothing but ASCII; others may send UTF-8 as it is. Undefined for what is neither. */
function textOf(body: unknown): string | undefined {
  try {
    const text =
      body instanceof Uint8Array
        ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
        : String(body);
    decodeURIComponent(text);
    return text;
  } catch {
    return undefined;
  }
}

/** Nobody is being answered yet: see `answerInLocale`. */
function noText(request: FastifyRequest): Error {
  return inLocale(localeOf(request), () => new BadRequestException(say('forms.no-utf-8')));
}
