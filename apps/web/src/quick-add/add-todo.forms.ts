import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AddTodo } from '#libs/commands';
import { inWorkspace, Needs } from '../access/index.js';
import { FormAnswers } from '../forms/form-answers.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import { sendPage } from '../http/send-page.js';
import { listPath } from '../lists/list-address.js';
import { ListPage } from '../lists/list.page.js';
import { QuickAdd, refused, type Typed } from './quick-add.js';
import { saidOf } from './said-of.js';
import { understoodOf } from './understood.js';

interface NewTodo extends Typed {
  /** The text of which the page has shown what was understood. A form that has no such field is of a page that shows nothing: it is all title. */
  readonly read?: string;
}

const sentence = {
  title: typed,
  read: typed.optional(),
  readAt: z.union([z.iso.datetime(), z.literal('').transform(() => undefined)]).optional(),
  refused,
};

/** Adding a to-do by a sentence. What is understood of it is shown before it is saved. */
@Needs('write')
@Controller(inWorkspace('lists/:listId/todos'))
export class AddTodoForms {
  constructor(
    private readonly answers: FormAnswers,
    private readonly quickAdd: QuickAdd,
    private readonly page: ListPage,
  ) {}

  @PostForm()
  async add(
    @Id('listId') listId: string,
    @Posted('addTodo', sentence) form: PostedForm<NewTodo>,
  ): Promise<void> {
    const { fields, context, reply, from } = form;
    const { title, read } = fields;
    if (read === undefined) return await this.save(form, listId, { listId, title });
    const its = await this.quickAdd.read(fields, context.workspaceId);
    if (its.parts.length > 0 && read !== title) {
      const understood = understoodOf(title, its);
      sendPage(reply, await this.page.render(reply, listId, from, { understood }));
    } else {
      await this.save(form, listId, {
        listId: its.plan.listId ?? listId,
        title: its.title,
        said: saidOf(its),
      });
    }
  }

  private async save(
    form: PostedForm<NewTodo>,
    listId: string,
    wanted: ConstructorParameters<typeof AddTodo>[2],
  ): Promise<void> {
    const { context, reply, from } = form;
    // The new to-do is named after the command, so a form that is sent twice leads to the same to-do.
    await this.answers.give(form, new AddTodo(context, context.commandId, wanted), {
      to: listPath(listId, from),
      at: 'add',
      again: (refused) => this.page.render(reply, listId, from, { refused }),
      blank: listPath(listId, from),
    });
  }
}
