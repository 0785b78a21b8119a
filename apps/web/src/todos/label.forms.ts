import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { LabelTodo, UnlabelTodo } from '#libs/commands';
import { inWorkspace, Needs } from '../access/index.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import { TodoAnswers } from './todo-answers.js';

/** What can be asked for of the labels of a to-do. Who is at labelling goes on labelling. */
@Needs('write')
@Controller(inWorkspace('todos/:todoId'))
export class LabelForms {
  constructor(private readonly answers: TodoAnswers) {}

  @PostForm('label')
  async label(
    @Id('todoId') todoId: string,
    @Posted('labelTodo', { label: typed }) form: PostedForm<{ readonly label: string }>,
  ): Promise<void> {
    const label = new LabelTodo(form.context, todoId, form.fields);
    await this.answers.give(form, label, { edit: todoId, ...placeOf(form, todoId) });
  }

  @PostForm('unlabel')
  async unlabel(
    @Id('todoId') todoId: string,
    @Posted('', { labelId: z.uuid() }) form: PostedForm<{ readonly labelId: string }>,
  ): Promise<void> {
    const unlabel = new UnlabelTodo(form.context, todoId, form.fields);
    await this.answers.give(form, unlabel, placeOf(form, todoId));
  }
}

function placeOf({ from }: PostedForm, todoId: string): { readonly at?: string } {
  return from.edit === todoId ? { at: `labels-${todoId}` } : {};
}
