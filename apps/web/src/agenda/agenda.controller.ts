import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '#libs/platform';
import { Needs } from '../access/index.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { AgendaPages } from './agenda.pages.js';

/** Where somebody begins: what is to be done today, and after that. */
@Needs('account')
@ReadsFrom('either')
@Controller()
export class AgendaController {
  constructor(
    private readonly pages: AgendaPages,
    private readonly config: Config,
  ) {}

  @Get()
  async today(@Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, '/');
  }

  @Get('upcoming')
  async upcoming(@Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, '/upcoming');
  }

  /** Who is in no workspace is told how to come into one. */
  private async send(reply: FastifyReply, path: '/' | '/upcoming'): Promise<void> {
    const html = await this.pages.find(reply, path);
    if (html === undefined) await reply.redirect(`${this.config.basePath}/workspaces`, 303);
    else sendPage(reply, html);
  }
}
