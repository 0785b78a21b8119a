import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { LocateTodo } from '#libs/queries';
import { Id } from '../forms/form.js';
import { InExchange, type Exchange } from '../http/exchange.js';
import { queryOf } from '../http/page-parts.js';
import type { Notice } from '../views/index.js';
import { listPlace } from './list-place.js';
import { ListPage } from './list.page.js';

@Controller('lists/:listId')
export class ListController {
  constructor(
    private readonly page: ListPage,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async show(@InExchange() exchange: Exchange, @Id('listId') listId: string): Promise<void> {
    const query = queryOf(exchange.request.query);
    const notice = await this.removedNotice(exchange, query.removed);
    const html = await this.page.render(exchange, listId, listPlace.parse(query), { notice });
    await exchange.reply.type('text/html; charset=utf-8').send(html);
  }

  /** Says which to-do has just been moved to the trash, and offers to undo it. */
  private async removedNotice(
    { request }: Exchange,
    todoId: string | undefined,
  ): Promise<Notice | undefined> {
    if (!z.uuid().safeParse(todoId).success || todoId === undefined) return undefined;
    const todo = await this.queries.execute(new LocateTodo(request.principal.workspaceId, todoId));
    if (todo === undefined) return undefined;
    return {
      text: `“${todo.title}” is in the trash.`,
      undo: { action: `/todos/${todoId}/restore`, label: 'Undo' },
    };
  }
}
