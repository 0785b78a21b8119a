import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AddTodo } from '#libs/commands';
import { addToPath } from '../forms/add-to-path.js';
import { commandIdOfRequest } from '../forms/command-id.js';
import { Form, formOf, Id, typed } from '../forms/form.js';
import { Forms } from '../forms/forms.js';
import { listPath } from '../lists/list-place.js';
import { ListPage } from '../lists/list.page.js';

const schema = formOf({ title: typed });

@Controller('lists/:listId/todos')
export class AddTodoForm {
  constructor(
    private readonly forms: Forms,
    private readonly page: ListPage,
  ) {}

  @Post()
  async submit(
    @Res() reply: FastifyReply,
    @Id('listId') listId: string,
    @Form(schema) form: z.infer<typeof schema>,
  ): Promise<void> {
    const { title } = form;
    // Named after the command, so that a form which is sent twice adds it once.
    const todoId = commandIdOfRequest(reply.request, form);
    await this.forms.submit(reply, form, {
      command: (context) => new AddTodo(context, { todoId, listId, title, at: new Date() }),
      to: addToPath(listPath(listId, form), { added: todoId }),
      refused: (error) => this.page.render(reply, listId, form, { add: { value: title, error } }),
    });
  }
}
