import { BadRequestException } from '@nestjs/common';
import type { z } from 'zod';
import { say } from '../locales/index.js';

/** @throws BadRequestException saying which field is missing or too many */
export function parseFields(schema: z.ZodObject, body: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, body));
  throw new BadRequestException(say('forms.unreadable', { problems: [...new Set(problems)].join(', ') }));
}

function problemsOf(issue: z.core.$ZodIssue, body: unknown): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => say('forms.unknown', { field: brief(name) }));
  const field = String(issue.path[0] ?? 'it');
  if (!isSent(field, body)) return [say('forms.missing', { field })];
  return [say(issue.code === 'invalid_value' ? 'forms.no-choice' : 'forms.nonsense', { field })];
}

const isSent = (name: string, body: unknown) =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, name);

/** What nobody knows can have any name. */
const brief = (name: string) => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
