import { BadRequestException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const TYPE = 'application/x-www-form-urlencoded';

/** Reads forms strictly: what is no text is refused, rather than kept as something that nobody typed. */
export function readForms(app: NestFastifyApplication): void {
  app.useBodyParser(TYPE, {}, (_request, body, done) => {
    try {
      done(null, fieldsOf(String(body)));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** A field that is given more than once is a list, which no form takes. */
function fieldsOf(text: string): Record<string, unknown> {
  if (!isText(text)) throw new BadRequestException('The form holds something that is no text in UTF-8.');
  const fields = new URLSearchParams(text);
  const names = new Set(fields.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const values = fields.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function isText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}
