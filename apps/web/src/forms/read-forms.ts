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
    try {
      done(
        null,
        inLocale(localeOf(request), () => fieldsOf(textOf(body))),
      );
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** A field that is given more than once is a list, which no form takes. */
function fieldsOf(text: string): Record<string, unknown> {
  if (!isText(text)) throw new BadRequestException(say('forms.no-utf-8'));
  return parse(text, '&', '=', { maxKeys: 0 });
}

/** Browsers send nothing but ASCII; others may send UTF-8 as it is. */
function textOf(body: unknown): string {
  if (!(body instanceof Uint8Array)) return String(body);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new BadRequestException(say('forms.no-utf-8'));
  }
}

function isText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}
