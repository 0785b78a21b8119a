import type { FastifyRequest } from 'fastify';
import type { ErrorView, RetryForm } from '../views/index.js';
import { say } from '../locales/index.js';

/** What a person typed into the form that could not be saved. */
export function keptFields(body: unknown): NonNullable<ErrorView['kept']> {
  const fields = fieldsOf(body);
  const labels = isCommand(fields) ? commandLabels() : peopleLabels();
  return fields.flatMap(({ name, value }) => {
    const label = labels[name];
    return label === undefined || value === '' ? [] : [{ label, value }];
  });
}

/**
 * The same form again, with the same command id, so that it is done once however often it is sent. Undefined for one that is no
 * command: it could be done twice, and what was typed may be a password.
 */
export function retryForm(
  { url, body }: Pick<FastifyRequest, 'url' | 'body'>,
  basePath: string,
): RetryForm | undefined {
  const fields = fieldsOf(body);
  if (!isCommand(fields)) return undefined;
  return { action: url.slice(basePath.length), fields };
}

/** What is about people and workspaces is none. */
const isCommand = (fields: readonly { readonly name: string }[]) =>
  fields.some(({ name }) => name === 'commandId');

/** What people call the fields that they type into. */
const commandLabels = (): Readonly<Record<string, string>> => ({
  name: say('lists.label'),
  title: say('todos.label'),
  label: say('labels.label'),
  note: say('note.label'),
  item: say('checklist.text'),
  lines: say('lines.label'),
  dueDate: say('due.date'),
  dueTime: say('due.time'),
  every: say('recurrence.every'),
  until: say('recurrence.until'),
  times: say('recurrence.times'),
});

/** Of forms that are no command. */
const peopleLabels = (): Readonly<Record<string, string>> => ({
  name: say('problems.name'),
  email: say('problems.email'),
});

function fieldsOf(body: unknown): { readonly name: string; readonly value: string }[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, values]) =>
    // What is given more than once is a list: the to-dos that were chosen.
    [values]
      .flat()
      .filter((value) => typeof value === 'string')
      .map((value) => ({ name, value })),
  );
}
