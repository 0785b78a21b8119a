import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { RenameList } from '#libs/commands';
import { Form, formOf, Id, typed } from '../forms/form.js';
import { Forms } from '../forms/forms.js';
import { listPath } from './list-place.js';
import { ListPage } from './list.page.js';

const schema = formOf({ name: typed });

@Controller('lists/:listId/rename')
export class RenameListForm {
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
    await this.forms.submit(reply, form, {
      command: (context) => new RenameList(context, listId, form.name),
      to: listPath(listId, form),
      refused: (error) => this.page.render(reply, listId, form, { rename: { value: form.name, error } }),
    });
  }
}
