import { BadRequestException, Body, NotFoundException, Param, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { cursorText } from '../lists/cursor.js';

/** Where on a list page a form was, so that its reader comes back to it. */
const place = {
  show: z.enum(['all', 'active', 'done']).optional(),
  after: cursorText.optional(),
  edit: z.uuid().optional(),
};

/** What a person typed: any text. What is allowed of it is for the domain to say. */
export const typed = z.string();

/** A form with these fields and those that every form has; one with other fields is refused. */
export function formOf<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.strictObject({ commandId: z.uuid(), ...place, ...fields });
}

const id = z.uuid();

/** A form without fields of its own. */
export const plainForm = formOf({});
export type PlainForm = z.infer<typeof plainForm>;

/** Checks the body of a form. @throws BadRequestException saying which field is missing or too many */
export function Form(schema: z.ZodType): ParameterDecorator {
  return Body(new FormPipe(schema));
}

/** An id in the address. @throws NotFoundException when it is no uuid */
export function Id(name: string): ParameterDecorator {
  return Param(name, new IdPipe());
}

class FormPipe implements PipeTransform {
  constructor(private readonly schema: z.ZodType) {}

  transform(body: unknown): unknown {
    const parsed = this.schema.safeParse(body ?? {});
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map(({ path, message }) =>
      [...path.map(String), message].join(': '),
    );
    throw new BadRequestException(
      `The form could not be read (${problems.join('; ')}). Reload the page and try again.`,
    );
  }
}

class IdPipe implements PipeTransform {
  transform(value: unknown): string {
    const parsed = id.safeParse(value);
    if (!parsed.success) throw new NotFoundException();
    return parsed.data.toLowerCase();
  }
}
