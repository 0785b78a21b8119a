import { Controller, Post } from '@nestjs/common';
import { RestoreTodo } from '#libs/commands';
import { Form, Id, plainForm, type PlainForm } from '../forms/form.js';
import { InExchange, type Exchange } from '../http/exchange.js';
import { listPath } from '../lists/list-place.js';
import { TodoForms } from './todo-forms.js';

@Controller('todos/:todoId/restore')
export class RestoreTodoForm {
  constructor(private readonly forms: TodoForms) {}

  @Post()
  async submit(
    @InExchange() exchange: Exchange,
    @Id('todoId') todoId: string,
    @Form(plainForm) form: PlainForm,
  ): Promise<void> {
    await this.forms.submit(exchange, todoId, form, {
      command: (context) => new RestoreTodo(context, todoId),
      // From the trash one goes on in the trash; from a list, where it was an undo, in the list.
      to: (listId) => (form.show === undefined ? '/trash' : listPath(listId, form)),
    });
  }
}
