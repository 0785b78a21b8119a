import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReopenTodo } from '#libs/commands';
import { Form, Id, plainForm, type PlainForm } from '../forms/form.js';
import { TodoForms } from './todo-forms.js';

@Controller('todos/:todoId/reopen')
export class ReopenTodoForm {
  constructor(private readonly forms: TodoForms) {}

  @Post()
  async submit(
    @Res() reply: FastifyReply,
    @Id('todoId') todoId: string,
    @Form(plainForm) form: PlainForm,
  ): Promise<void> {
    await this.forms.submit(reply, todoId, form, {
      command: (context) => new ReopenTodo(context, todoId),
    });
  }
}
