import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Needs, principalOf } from '../access/index.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { PersonPages } from './person-pages.js';

/** What somebody can see and change of their own account. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account')
export class AccountController {
  constructor(private readonly pages: PersonPages) {}

  @Get()
  show(@Res() reply: FastifyReply): void {
    const { name } = principalOf(reply.request);
    this.pages.send(reply, 'account', { title: say('account.your-account'), current: 'account' }, { name });
  }
}
