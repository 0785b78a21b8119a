import { Controller, Post } from '@nestjs/common';
import type { z } from 'zod';
import { RenameTodo } from '#libs/commands';
import { Form, formOf, Id, typed } from '../forms/form.js';
import { InExchange, type Exchange } from '../http/exchange.js';
import { TodoForms } from './todo-forms.js';

const schema = formOf({ title: typed });

@Controller('todos/:todoId/rename')
export class RenameTodoForm {
  constructor(private readonly forms: TodoForms) {}

  @Post()
  async submit(
    @InExchange() exchange: Exchange,
    @Id('todoId') todoId: string,
    @Form(schema) form: z.infer<typeof schema>,
  ): Promise<void> {
    await this.forms.submit(exchange, todoId, form, {
      command: (context) => new RenameTodo(context, todoId, form.title),
      refused: (error) => ({ title: { value: form.title, error } }),
      edit: todoId,
    });
  }
}
