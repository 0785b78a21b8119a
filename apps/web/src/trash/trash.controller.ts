import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetTrash } from '#libs/queries';
import { InExchange, type Exchange } from '../http/exchange.js';
import { PageParts, queryOf } from '../http/page-parts.js';
import { Views } from '../views/index.js';
import { formatTrashCursor, parseTrashCursor } from './trash-cursor.js';

@Controller('trash')
export class TrashController {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly views: Views,
  ) {}

  @Get()
  async show(@InExchange() exchange: Exchange): Promise<void> {
    const { workspaceId } = exchange.request.principal;
    const after = parseTrashCursor(queryOf(exchange.request.query).after);
    const catchingUp = await this.parts.catchUp(exchange);
    const { lists, todos, next } = await this.queries.execute(new GetTrash(workspaceId, { after }));
    const html = this.views.render('trash', {
      ...this.parts.of('Trash', 'trash'),
      ...catchingUp,
      lists,
      todos,
      ...(next === undefined ? {} : { next: `/trash?after=${formatTrashCursor(next)}` }),
    });
    await exchange.reply.type('text/html; charset=utf-8').send(html);
  }
}
