import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RestoreList } from '#libs/commands';
import { Form, Id, plainForm, type PlainForm } from '../forms/form.js';
import { Forms } from '../forms/forms.js';
import { listPath } from './list-place.js';
import { ListPage } from './list.page.js';

@Controller('lists/:listId/restore')
export class RestoreListForm {
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
      command: (context) => new RestoreList(context, listId),
      to: listPath(listId),
      refused: (text) => this.page.render(reply, listId, form, { notice: { text } }),
    });
  }
}
