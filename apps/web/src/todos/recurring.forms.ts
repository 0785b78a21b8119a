import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CompleteTodo, RepeatTodo, SkipOccurrence } from '#libs/commands';
import { inWorkspace, Needs } from '../access/index.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import { readersToday } from '../locales/index.js';
import { TodoAnswers } from './todo-answers.js';

interface Occurrence {
  /** Its day, as the page showed it. */
  readonly occurrence?: string;
}

const occurrence = { occurrence: typed.optional() };

/** One that is alone is no list in a form. */
const weekdays = z.union([z.array(typed).max(7), typed.transform((day) => [day])]).default([]);

const recurrence = {
  every: typed,
  unit: typed,
  weekdays,
  on: z.enum(['day', 'weekday']).default('day'),
  from: z.enum(['due', 'completion']).default('due'),
  until: typed.default(''),
  times: typed.default(''),
  /** What it was on the page that the form was on. */
  was: typed.optional(),
};

type Recurrence = z.infer<z.ZodObject<typeof recurrence>>;

/** What can be asked for of a to-do that may come again: all of it depends on the day where whoever asks is. */
@Needs('write')
@Controller(inWorkspace('todos/:todoId'))
export class RecurringForms {
  constructor(private readonly answers: TodoAnswers) {}

  @PostForm('complete')
  async complete(
    @Id('todoId') todoId: string,
    @Posted('', occurrence) form: PostedForm<Occurrence>,
  ): Promise<void> {
    await this.answers.give(form, new CompleteTodo(form.context, todoId, asked(form)));
  }

  @PostForm('skip')
  async skip(
    @Id('todoId') todoId: string,
    @Posted('', occurrence) form: PostedForm<Occurrence>,
  ): Promise<void> {
    await this.answers.give(form, new SkipOccurrence(form.context, todoId, asked(form)));
  }

  @PostForm('repeat')
  async repeat(
    @Id('todoId') todoId: string,
    @Posted('repeatTodo', recurrence) form: PostedForm<Recurrence>,
  ): Promise<void> {
    await this.answers.give(form, new RepeatTodo(form.context, todoId, form.fields), { edit: todoId });
  }
}

const asked = ({ fields }: PostedForm<Occurrence>) => ({ ...fields, today: readersToday() });
