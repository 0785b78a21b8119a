import { Controller, Post } from '@nestjs/common';
import { RemoveTodo } from '#libs/commands';
import { Form, Id, plainForm, type PlainForm } from '../forms/form.js';
import { InExchange, type Exchange } from '../http/exchange.js';
import { addToPath } from '../forms/add-to-path.js';
import { listPath } from '../lists/list-place.js';
import { TodoForms } from './todo-forms.js';

@Controller('todos/:todoId/remove')
export class RemoveTodoForm {
  constructor(private readonly forms: TodoForms) {}

  @Post()
  async submit(
    @InExchange() exchange: Exchange,
    @Id('todoId') todoId: string,
    @Form(plainForm) form: PlainForm,
  ): Promise<void> {
    await this.forms.submit(exchange, todoId, form, {
      command: (context) => new RemoveTodo(context, todoId),
      to: (listId) => addToPath(listPath(listId, form), { removed: todoId }),
    });
  }
}
