import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Id } from '../forms/posted-form.js';
import { ListAsOfPage } from '../history/list-as-of.page.js';
import { queryOf } from '../http/page-parts.js';
import { sendPage } from '../http/send-page.js';
import { parseListAddress } from './list-address.js';
import { ListPage } from './list.page.js';

@Controller('lists/:listId')
export class ListController {
  constructor(
    private readonly page: ListPage,
    private readonly past: ListAsOfPage,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply, @Id('listId') listId: string): Promise<void> {
    const query = queryOf(reply.request.query);
    const address = parseListAddress(query);
    if (query.asOf === undefined) {
      sendPage(reply, await this.page.render(reply, listId, address));
    } else {
      const { html, status } = await this.past.render(reply, listId, query.asOf, address);
      sendPage(reply, html, status);
    }
  }
}
