import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { UseCase } from '#libs/commands';
import { FindTodo } from '#libs/queries';
import { AgendaPages } from '../agenda/index.js';
import { FormAnswers } from '../forms/form-answers.js';
import type { PostedForm } from '../forms/posted-form.js';
import type { RefusedForm } from '../forms/refused-form.js';
import { LabelledPage } from '../labels/index.js';
import { HomePage } from '../lists/home.page.js';
import { listPath } from '../lists/list-address.js';
import { ListPage } from '../lists/list.page.js';

interface Pages {
  /** The page that shows the result, when it is not the to-do's list. */
  readonly to?: (listId: string) => string;
  /** See `FormAnswers`. */
  readonly at?: string;
  /** What of the list page is to be open when the form is shown again. */
  readonly edit?: string;
  /** See `FormAnswers`. */
  readonly was?: () => Promise<string | undefined>;
}

/** Answers forms that act on one to-do, and lead back to the list that it is in. */
@Injectable()
export class TodoAnswers {
  constructor(
    private readonly answers: FormAnswers,
    private readonly queries: QueryBus,
    private readonly home: HomePage,
    private readonly list: ListPage,
    private readonly agenda: AgendaPages,
    private readonly labelled: LabelledPage,
  ) {}

  async give(form: PostedForm, useCase: UseCase, pages: Pages = {}): Promise<void> {
    const { reply, from } = form;
    const { to = (listId: string) => listPath(listId, from), edit = from.edit, at, was } = pages;
    const listId = form.onList ?? (await this.listOf(form, useCase));
    await this.answers.give(form, useCase, {
      to: listId === undefined ? '/' : to(listId),
      ...(at === undefined ? {} : { at }),
      ...(was === undefined ? {} : { was }),
      again: (refused) => {
        if (form.back !== undefined) return this.onPage(reply, form.back, refused);
        else
          return listId !== undefined
            ? this.list.render(reply, listId, { ...from, ...(refused.changed ? {} : { edit }) }, { refused })
            : this.home.render(reply, { refused });
      },
    });
  }

  /** The page that the form was on, which was no list. */
  private async onPage(reply: FastifyReply, back: string, refused: RefusedForm): Promise<string> {
    const [path = '', query] = back.split('?');
    const [, labelId] = path.split('/labels/');
    if (labelId === undefined) return await this.agenda.render(reply, back, refused);
    const fields = Object.fromEntries(new URLSearchParams(query));
    return await this.labelled.render(reply, labelId, fields, refused);
  }

  /** Asked before the command, which may move the to-do. */
  private async listOf({ context }: PostedForm, { streamId }: UseCase): Promise<string | undefined> {
    const todo = await this.queries.execute(new FindTodo(context.workspaceId, streamId));
    return todo?.listId;
  }
}
