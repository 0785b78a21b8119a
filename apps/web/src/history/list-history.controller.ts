import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { inWorkspace, Needs } from '../access/index.js';
import { Id } from '../forms/posted-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { ListHistoryPage } from './list-history.page.js';

@ReadsFrom('primary')
@Needs('read')
@Controller(inWorkspace('lists/:listId/history'))
export class ListHistoryController {
  constructor(private readonly page: ListHistoryPage) {}

  @Get()
  async show(@Res() reply: FastifyReply, @Id('listId') listId: string): Promise<void> {
    sendPage(reply, await this.page.render(reply, listId));
  }
}
