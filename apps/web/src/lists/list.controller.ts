import { Controller, Get } from '@nestjs/common';
import { Id } from '../forms/form.js';
import { InExchange, type Exchange } from '../http/exchange.js';
import { queryOf } from '../http/page-parts.js';
import { listPlace } from './list-place.js';
import { ListPage } from './list.page.js';

@Controller('lists/:listId')
export class ListController {
  constructor(private readonly page: ListPage) {}

  @Get()
  async show(@InExchange() exchange: Exchange, @Id('listId') listId: string): Promise<void> {
    const place = listPlace.parse(queryOf(exchange.request.query));
    await exchange.reply
      .type('text/html; charset=utf-8')
      .send(await this.page.render(exchange, listId, place));
  }
}
