import type { FastifyRequest } from 'fastify';
import type { ErrorView, RetryForm } from '../views/index.js';
import { FIELD_LABELS } from '../words/index.js';

/** What a person typed into the form that could not be saved. */
export function keptFields(body: unknown): NonNullable<ErrorView['kept']> {
  return fieldsOf(body).flatMap(({ name, value }) => {
    const label = FIELD_LABELS[name];
    return label === undefined || value === '' ? [] : [{ label, value }];
  });
}

/** What is in no page, because somebody else may see it. */
const SECRET = /password|code|token|secret/i;

/**
 * The same form again, with the same command id, so that it is done once however often it is sent. Undefined for one with a
 * secret in it.
 */
export function retryForm({ url, body }: FastifyRequest, basePath: string): RetryForm | undefined {
  if (fieldsOf(body).some(({ name }) => SECRET.test(name))) return undefined;
  return { action: url.slice(basePath.length), fields: fieldsOf(body) };
}

function fieldsOf(body: unknown): { readonly name: string; readonly value: string }[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name, value }] : [],
  );
}
