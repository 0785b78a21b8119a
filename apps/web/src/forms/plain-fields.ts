import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseFields } from './parse-fields.js';

/**
 * The fields of a form that is no command, because nothing of it goes into the log.
 *
 * @throws BadRequestException saying which field is missing or too many
 */
export function Fields(fields: z.ZodRawShape = {}): ParameterDecorator {
  // Nest would take a schema that is handed over by itself, or under that name, for one of its own pipes.
  return read({ expected: z.strictObject(fields) });
}

const read = createParamDecorator(
  ({ expected }: { readonly expected: z.ZodObject }, host: ExecutionContext) =>
    parseFields(expected, host.switchToHttp().getRequest<FastifyRequest>().body),
);
