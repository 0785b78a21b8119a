import { BadRequestException, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { say } from '../locales/index.js';
import { isText } from './is-text.js';
import { parseFields } from './parse-fields.js';

/**
 * The fields of a form that is no command, because nothing of it goes into the log.
 *
 * @throws BadRequestException saying which field is missing or too many, or that one of them is no text
 */
export function Fields(fields: z.ZodRawShape = {}): ParameterDecorator {
  // Nest would take a schema that is handed over by itself, or under that name, for one of its own pipes.
  return read({ expected: z.strictObject(fields) });
}

const read = createParamDecorator(
  ({ expected }: { readonly expected: z.ZodObject }, host: ExecutionContext) => {
    const { body } = host.switchToHttp().getRequest<FastifyRequest>();
    requireText(body);
    return parseFields(expected, body);
  },
);

/** Nobody types it, so that no field has words for it. */
function requireText(body: unknown): void {
  const values: unknown[] = Object.values(body ?? {}).flat();
  if (values.every((value) => typeof value !== 'string' || isText(value))) return;
  throw new BadRequestException(say('forms.no-text'));
}
