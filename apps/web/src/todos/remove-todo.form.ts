import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RemoveTodo } from '#libs/commands';
import { Form, Id, plainForm, type PlainForm } from '../forms/form.js';
import { addToPath } from '../forms/add-to-path.js';
import { listPath } from '../lists/list-place.js';
import { TodoForms } from './todo-forms.js';

@Controller('todos/:todoId/remove')
export class RemoveTodoForm {
  constructor(private readonly forms: TodoForms) {}

  @Post()
  async submit(
    @Res() reply: FastifyReply,
    @Id('todoId') todoId: string,
    @Form(plainForm) form: PlainForm,
  ): Promise<void> {
    await this.forms.submit(reply, todoId, form, {
      command: (context) => new RemoveTodo(context, todoId),
      to: (listId) => addToPath(listPath(listId, form), { removed: todoId }),
    });
  }
}
