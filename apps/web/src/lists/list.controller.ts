import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Id } from '../forms/form.js';
import { queryOf } from '../http/page-parts.js';
import { sendPage } from '../http/send-page.js';
import { listPlace } from './list-place.js';
import { ListPage } from './list.page.js';

@Controller('lists/:listId')
export class ListController {
  constructor(private readonly page: ListPage) {}

  @Get()
  async show(@Res() reply: FastifyReply, @Id('listId') listId: string): Promise<void> {
    const place = listPlace.parse(queryOf(reply.request.query));
    sendPage(reply, await this.page.render(reply, listId, place));
  }
}
