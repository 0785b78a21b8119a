import { Controller, Post, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { MoveTodo } from '#libs/commands';
import { FindPlace } from '#libs/queries';
import { Form, formOf, Id } from '../forms/form.js';
import { TodoForms } from './todo-forms.js';

/** `before` is the to-do to stand before; empty for the end of the list. */
const schema = formOf({ listId: z.uuid(), before: z.union([z.uuid(), z.literal('')]).default('') });

@Controller('todos/:todoId/move')
export class MoveTodoForm {
  constructor(
    private readonly forms: TodoForms,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  async submit(
    @Res() reply: FastifyReply,
    @Id('todoId') todoId: string,
    @Form(schema) form: z.infer<typeof schema>,
  ): Promise<void> {
    const { listId } = form;
    const before = form.before === '' ? undefined : form.before;
    const { workspaceId } = reply.request.principal;
    const order = await this.queries.execute(new FindPlace(workspaceId, { listId, todoId, before }));
    await this.forms.submit(reply, todoId, form, {
      command: (context) => new MoveTodo(context, todoId, { listId, order }),
    });
  }
}
