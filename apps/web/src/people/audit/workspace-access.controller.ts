import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { inWorkspace, memberOf, Needs } from '../../access/index.js';
import { workspacePath } from '../../http/reader-of.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { say } from '../../locales/index.js';
import { AuditPage } from './audit-page.js';

/** Who was let into a workspace, and by whom. */
@Needs('manage')
@ReadsFrom('primary')
@Controller(inWorkspace('access'))
export class WorkspaceAccessController {
  constructor(private readonly page: AuditPage) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { workspaceId } = memberOf(reply.request);
    const path = `${workspacePath(workspaceId)}/access`;
    const shown = { of: 'workspace', title: say('audit.workspace-title'), path } as const;
    await this.page.send(reply, { ...shown, asked: { workspaceId } });
  }
}
