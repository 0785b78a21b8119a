import { BadRequestException } from '@nestjs/common';
import type { z } from 'zod';

/** @throws BadRequestException saying which field is missing or too many */
export function parseFields(schema: z.ZodObject, body: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
  throw new BadRequestException(
    `The form could not be read (${problems.join('; ')}). Reload the page and try again.`,
  );
}
