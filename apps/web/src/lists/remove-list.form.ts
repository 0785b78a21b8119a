import { Controller, Post } from '@nestjs/common';
import { RemoveList } from '#libs/commands';
import { Form, Id, plainForm, type PlainForm } from '../forms/form.js';
import { Forms } from '../forms/forms.js';
import { InExchange, type Exchange } from '../http/exchange.js';
import { ListPage } from './list.page.js';

@Controller('lists/:listId/remove')
export class RemoveListForm {
  constructor(
    private readonly forms: Forms,
    private readonly page: ListPage,
  ) {}

  @Post()
  async submit(
    @InExchange() exchange: Exchange,
    @Id('listId') listId: string,
    @Form(plainForm) form: PlainForm,
  ): Promise<void> {
    await this.forms.submit(exchange, form, {
      command: (context) => new RemoveList(context, listId),
      to: `/?removed=${listId}`,
      refused: (text) => this.page.render(exchange, listId, form, { notice: { text } }),
    });
  }
}
