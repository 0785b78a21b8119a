import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { inWorkspace, Needs } from '../access/index.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { HomePage } from './home.page.js';

@ReadsFrom('either')
@Needs('read')
@Controller(inWorkspace())
export class HomeController {
  constructor(private readonly page: HomePage) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, await this.page.render(reply));
  }
}
