import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { RenameTodo } from '#libs/commands';
import { Form, formOf, Id, typed } from '../forms/form.js';
import { TodoForms } from './todo-forms.js';

const schema = formOf({ title: typed });

@Controller('todos/:todoId/rename')
export class RenameTodoForm {
  constructor(private readonly forms: TodoForms) {}

  @Post()
  async submit(
    @Res() reply: FastifyReply,
    @Id('todoId') todoId: string,
    @Form(schema) form: z.infer<typeof schema>,
  ): Promise<void> {
    await this.forms.submit(reply, todoId, form, {
      command: (context) => new RenameTodo(context, todoId, form.title),
      refused: (error) => ({ title: { value: form.title, error } }),
      edit: todoId,
    });
  }
}
