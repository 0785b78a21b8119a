import { Injectable } from '@nestjs/common';
import { QueryBus, type Command } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { CommandContext, Outcome } from '#libs/commands';
import { LocateTodo } from '#libs/queries';
import type { PlainForm } from '../forms/form.js';
import { Forms } from '../forms/forms.js';
import { HomePage } from '../lists/home.page.js';
import { listPath } from '../lists/list-place.js';
import { ListPage, type Refused } from '../lists/list.page.js';

interface Submission {
  readonly command: (context: CommandContext) => Command<Outcome>;
  /** The page that shows the result, when it is not the to-do's list. */
  readonly to?: (listId: string) => string;
  /** How the list page tells of a refusal, when a note is not enough. */
  readonly refused?: (text: string) => Refused;
  /** What of the list page is to be open then. */
  readonly edit?: string;
}

/** Forms that act on one to-do, and lead back to the list that it is in. */
@Injectable()
export class TodoForms {
  constructor(
    private readonly forms: Forms,
    private readonly queries: QueryBus,
    private readonly home: HomePage,
    private readonly list: ListPage,
  ) {}

  async submit(reply: FastifyReply, todoId: string, form: PlainForm, submission: Submission): Promise<void> {
    const { workspaceId } = reply.request.principal;
    // Asked before the command, which may move the to-do: its reader stays where it was.
    const place = await this.queries.execute(new LocateTodo(workspaceId, todoId));
    const { command, to = (listId) => listPath(listId, form), edit = form.edit } = submission;
    const { refused = (text) => ({ notice: { text } }) } = submission;
    await this.forms.submit(reply, form, {
      command,
      to: place ? to(place.listId) : '/',
      refused: (text) => {
        const told: Refused = refused(text);
        return place
          ? this.list.render(reply, place.listId, { ...form, edit }, told)
          : this.home.render(reply, { typed: told.title, notice: told.notice });
      },
    });
  }
}
