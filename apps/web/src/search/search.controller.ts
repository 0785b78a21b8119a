import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Needs } from '../access/index.js';
import { queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { SearchPage } from './search.page.js';

/** Searches all workspaces that somebody may read. */
@Needs('known')
@ReadsFrom('primary')
@Controller('search')
export class SearchController {
  constructor(private readonly page: SearchPage) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.page.send(reply, (queryOf(reply.request.query).q ?? '').trim());
  }
}
