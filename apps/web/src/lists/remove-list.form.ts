import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RemoveList } from '#libs/commands';
import { Form, Id, plainForm, type PlainForm } from '../forms/form.js';
import { Forms } from '../forms/forms.js';
import { ListPage } from './list.page.js';

@Controller('lists/:listId/remove')
export class RemoveListForm {
  constructor(
    private readonly forms: Forms,
    private readonly page: ListPage,
  ) {}

  @Post()
  async submit(
    @Res() reply: FastifyReply,
    @Id('listId') listId: string,
    @Form(plainForm) form: PlainForm,
  ): Promise<void> {
    await this.forms.submit(reply, form, {
      command: (context) => new RemoveList(context, listId),
      to: `/?removed=${listId}`,
      refused: (text) => this.page.render(reply, listId, form, { notice: { text } }),
    });
  }
}
