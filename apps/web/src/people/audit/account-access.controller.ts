import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Needs, principalOf } from '../../access/index.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { say } from '../../locales/index.js';
import { AuditPage } from './audit-page.js';

/** What somebody did about access, and what was done to them. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/access')
export class AccountAccessController {
  constructor(private readonly page: AuditPage) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { accountId } = principalOf(reply.request);
    const shown = { of: 'account', title: say('audit.account-title'), path: '/account/access' } as const;
    await this.page.send(reply, { ...shown, asked: { accountId } });
  }
}
