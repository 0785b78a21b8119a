import { Controller, Post } from '@nestjs/common';
import type { z } from 'zod';
import { AddTodo } from '#libs/commands';
import { commandIdOf } from '../forms/command-id.js';
import { Form, formOf, Id, typed } from '../forms/form.js';
import { Forms } from '../forms/forms.js';
import { InExchange, type Exchange } from '../http/exchange.js';
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
    @InExchange() exchange: Exchange,
    @Id('listId') listId: string,
    @Form(schema) form: z.infer<typeof schema>,
  ): Promise<void> {
    const { title } = form;
    // The new to-do is named after the command, so a form that is sent twice adds it once.
    const todoId = commandIdOf(exchange.request.url, form);
    await this.forms.submit(exchange, form, {
      command: (context) => new AddTodo(context, { todoId, listId, title, at: new Date() }),
      to: listPath(listId, form),
      refused: (error) => this.page.render(exchange, listId, form, { add: { value: title, error } }),
    });
  }
}
