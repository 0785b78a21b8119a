import { Controller, Post } from '@nestjs/common';
import type { z } from 'zod';
import { RenameList } from '#libs/commands';
import { Form, formOf, Id, typed } from '../forms/form.js';
import { Forms } from '../forms/forms.js';
import { InExchange, type Exchange } from '../http/exchange.js';
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
    @InExchange() exchange: Exchange,
    @Id('listId') listId: string,
    @Form(schema) form: z.infer<typeof schema>,
  ): Promise<void> {
    await this.forms.submit(exchange, form, {
      command: (context) => new RenameList(context, listId, form.name),
      to: listPath(listId, form),
      refused: (error) => this.page.render(exchange, listId, form, { rename: { value: form.name, error } }),
    });
  }
}
