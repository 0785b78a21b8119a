import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '#libs/platform';
import { DEFAULT_WORKSPACE } from '#libs/queries';
import { Needs } from '../access/index.js';
import { workspacePath } from '../http/reader-of.js';
import { ReadsFrom } from '../http/reads-from.js';

/** Addresses without a workspace, and where they lead. */
@Needs('account')
@ReadsFrom('none')
@Controller()
export class BeginController {
  constructor(private readonly config: Config) {}

  /** The addresses of version 0.1.0, in which there was one workspace. If it was erased they lead to where nothing is. */
  @Get(['lists/*', 'todos/*', 'trash'])
  async beginWhereItWas(@Res() reply: FastifyReply): Promise<void> {
    const { basePath } = this.config;
    const path = reply.request.url.slice(basePath.length);
    await reply.redirect(basePath + workspacePath(DEFAULT_WORKSPACE) + path, 303);
  }
}
