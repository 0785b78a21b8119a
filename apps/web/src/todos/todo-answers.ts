import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { UseCase } from '#libs/commands';
import { FindTodo } from '#libs/queries';
import { FormAnswers } from '../forms/form-answers.js';
import type { PostedForm } from '../forms/posted-form.js';
import { HomePage } from '../lists/home.page.js';
import { listPath } from '../lists/list-address.js';
import { ListPage } from '../lists/list.page.js';
import { BackPages } from './back-pages.js';

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
    private readonly pages: BackPages,
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
        if (form.back !== undefined) return this.pages.render(reply, form.back, refused);
        else
          return listId !== undefined
            ? this.list.render(reply, listId, { ...from, ...(refused.changed ? {} : { edit }) }, { refused })
            : this.home.render(reply, { refused });
      },
    });
  }

  /** Asked before the command, which may move the to-do. */
  private async listOf({ context }: PostedForm, { streamId }: UseCase): Promise<string | undefined> {
    const todo = await this.queries.execute(new FindTodo(context.workspaceId, streamId));
    return todo?.listId;
  }
}
