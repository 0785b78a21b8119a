import { BadRequestException } from '@nestjs/common';
import type { z } from 'zod';

/** @throws BadRequestException saying which field is missing or too many */
export function parseFields(schema: z.ZodObject, body: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, body));
  throw new BadRequestException(
    `The form could not be read: ${[...new Set(problems)].join(', ')}. Reload the page and try again.`,
  );
}

function problemsOf(issue: z.core.$ZodIssue, body: unknown): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => `“${brief(name)}” is not known`);
  const name = String(issue.path[0] ?? 'it');
  if (!isSent(name, body)) return [`“${name}” is missing`];
  return [`“${name}” ${issue.code === 'invalid_value' ? 'is none of what can be chosen' : 'makes no sense'}`];
}

const isSent = (name: string, body: unknown) =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, name);

/** What nobody knows can have any name. */
const brief = (name: string) => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
