import { parse } from 'node:querystring';
import { BadRequestException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const TYPE = 'application/x-www-form-urlencoded';
const NO_TEXT = 'The form holds something that is no text in UTF-8.';

/** Reads forms strictly: what is no text is refused, rather than kept as something that nobody typed. */
export function readForms(app: NestFastifyApplication): void {
  app.useBodyParser(TYPE, {}, (_request, body, done) => {
    try {
      done(null, fieldsOf(textOf(body)));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** A field that is given more than once is a list, which no form takes. */
function fieldsOf(text: string): Record<string, unknown> {
  if (!isText(text)) throw new BadRequestException(NO_TEXT);
  return parse(text, '&', '=', { maxKeys: 0 });
}

/** Browsers send nothing but ASCII; others may send UTF-8 as it is. */
function textOf(body: unknown): string {
  if (!(body instanceof Uint8Array)) return String(body);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new BadRequestException(NO_TEXT);
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
