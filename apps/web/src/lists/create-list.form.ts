import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CreateList } from '#libs/commands';
import { commandIdOfRequest } from '../forms/command-id.js';
import { Form, formOf, typed } from '../forms/form.js';
import { Forms } from '../forms/forms.js';
import { HomePage } from './home.page.js';
import { listPath } from './list-place.js';

const schema = formOf({ name: typed });

@Controller('lists')
export class CreateListForm {
  constructor(
    private readonly forms: Forms,
    private readonly page: HomePage,
  ) {}

  @Post()
  async submit(@Res() reply: FastifyReply, @Form(schema) form: z.infer<typeof schema>): Promise<void> {
    // The new list is named after the command, so a form that is sent twice leads to the same list.
    const listId = commandIdOfRequest(reply.request, form);
    await this.forms.submit(reply, form, {
      command: (context) => new CreateList(context, listId, form.name),
      to: listPath(listId),
      refused: (error) => this.page.render(reply, { create: { value: form.name, error } }),
    });
  }
}
