import { Controller, Post } from '@nestjs/common';
import { CompleteTodo } from '#libs/commands';
import { Form, Id, plainForm, type PlainForm } from '../forms/form.js';
import { InExchange, type Exchange } from '../http/exchange.js';
import { TodoForms } from './todo-forms.js';

@Controller('todos/:todoId/complete')
export class CompleteTodoForm {
  constructor(private readonly forms: TodoForms) {}

  @Post()
  async submit(
    @InExchange() exchange: Exchange,
    @Id('todoId') todoId: string,
    @Form(plainForm) form: PlainForm,
  ): Promise<void> {
    await this.forms.submit(exchange, todoId, form, {
      command: (context) => new CompleteTodo(context, todoId),
    });
  }
}
