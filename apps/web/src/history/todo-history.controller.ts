import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { FindTodo, GetTodoHistory } from '#libs/queries';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { Id } from '../forms/posted-form.js';
import { PageParts } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { say } from '../locales/index.js';
import { Views } from '../views/index.js';
import { isolated } from '../words/index.js';
import { ActorNames } from './actor-names.js';
import { historyDays } from './history-days.js';
import { historyAddress, historyPages } from './history-address.js';

@ReadsFrom('primary')
@Needs('read')
@Controller(inWorkspace('todos/:todoId/history'))
export class TodoHistoryController {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly names: ActorNames,
    private readonly views: Views,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply, @Id('todoId') todoId: string): Promise<void> {
    const { workspaceId } = memberOf(reply.request);
    const address = historyAddress(reply.request.query);
    const catchingUp = await this.parts.catchUp(reply);
    const todo = await this.queries.execute(new FindTodo(workspaceId, todoId));
    if (todo === undefined) throw this.parts.missing(catchingUp);
    const history = await this.queries.execute(new GetTodoHistory(workspaceId, todoId, address));
    const { title, listId, removedAt } = todo;
    const html = this.views.render('history', {
      ...(await this.parts.of(reply, say('past.history-title', { name: isolated(title) }), 'list')),
      ...catchingUp,
      ...historyPages(`/todos/${todoId}/history`, address, history),
      name: title,
      removedAt,
      listId,
      days: historyDays(history.entries, await this.names.of(reply.request, history.entries)),
    });
    sendPage(reply, html);
  }
}
