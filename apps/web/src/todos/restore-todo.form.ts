import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RestoreTodo } from '#libs/commands';
import { Form, Id, plainForm, type PlainForm } from '../forms/form.js';
import { listPath } from '../lists/list-place.js';
import { TodoForms } from './todo-forms.js';

@Controller('todos/:todoId/restore')
export class RestoreTodoForm {
  constructor(private readonly forms: TodoForms) {}

  @Post()
  async submit(
    @Res() reply: FastifyReply,
    @Id('todoId') todoId: string,
    @Form(plainForm) form: PlainForm,
  ): Promise<void> {
    await this.forms.submit(reply, todoId, form, {
      command: (context) => new RestoreTodo(context, todoId),
      // From the trash one goes on in the trash; from a list, where it was an undo, in the list.
      to: (listId) => (form.show === undefined ? '/trash' : listPath(listId, form)),
    });
  }
}
