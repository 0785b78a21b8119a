import {
  createParamDecorator,
  NotFoundException,
  Param,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { CommandContext } from '#libs/commands';
import { agendaPath } from '../agenda/agenda-address.js';
import { listPart, type ListPart } from '../lists/list-address.js';
import { contextOf } from './command-context.js';
import { parseFields } from './parse-fields.js';

/** What a person typed: any text. What is allowed of it is for the domain to say. */
export const typed = z.string();

/** A form as it was posted. */
export interface PostedForm<Fields extends object = object> {
  /** Under which the page has it, so that it can be shown again as it was filled in. */
  readonly name: string;
  /** What was filled in. */
  readonly fields: Fields;
  /** The part of the list page that the form was on, so that its reader comes back to it. */
  readonly from: ListPart;
  /** The list on whose page the form was, so that its reader stays there; a to-do may be in another one meanwhile. */
  readonly onList: string | undefined;
  /** The page that the form was on, if that was one of what is due: a path outside of all workspaces. */
  readonly back: string | undefined;
  readonly context: CommandContext;
  readonly reply: FastifyReply;
}

interface Expected {
  readonly name: string;
  readonly fields: z.ZodRawShape;
  readonly schema: z.ZodObject;
}

/** Where a form was: what every form of a list page says, and of a page of what is due. */
const place = z.object({ onList: z.uuid().optional(), back: agendaPath.optional(), ...listPart });

const read = createParamDecorator(
  ({ name, fields, schema }: Expected, host: ExecutionContext): PostedForm => {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const body = parseFields(schema, reply.request.body);
    const filledIn = Object.entries(body).filter(([field]) => Object.hasOwn(fields, field));
    const { onList, back, ...from } = place.parse(body);
    return {
      name,
      fields: Object.fromEntries(filledIn),
      from,
      onList,
      back,
      context: contextOf(reply.request, body),
      reply,
    };
  },
);

/**
 * The form that was posted, with these fields and no others but those that every form has.
 *
 * @throws BadRequestException saying which field is missing or too many
 */
export function Posted(name = '', fields: z.ZodRawShape = {}): ParameterDecorator {
  // Made once: making a schema costs more than anything else in a request.
  const schema = z.strictObject({ commandId: z.uuid(), ...place.shape, ...fields });
  return read({ name, fields, schema });
}

/** An id in the address. @throws NotFoundException when it is no uuid */
export function Id(name: string): ParameterDecorator {
  return Param(name, new IdPipe());
}

const id = z.uuid();

class IdPipe implements PipeTransform {
  transform(value: unknown): string {
    const parsed = id.safeParse(value);
    if (!parsed.success) throw new NotFoundException();
    return parsed.data.toLowerCase();
  }
}
