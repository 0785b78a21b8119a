import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { typed } from '../forms/posted-form.js';
import { sendPage } from '../http/send-page.js';
import { Views } from '../views/index.js';
import { QuickAdd, refused, type Typed } from './quick-add.js';
import { understoodOf } from './understood.js';

/** What is understood while somebody types. Nothing of it is kept; it is posted, because addresses are written down in many places. */
@Needs('write')
@Controller(inWorkspace('sentences'))
export class SentenceController {
  constructor(
    private readonly quickAdd: QuickAdd,
    private readonly views: Views,
  ) {}

  /** Answers with a part of the page. */
  @Post('read')
  async read(@Fields({ title: typed, refused }) fields: Typed, @Res() reply: FastifyReply): Promise<void> {
    const { workspaceId } = memberOf(reply.request);
    const sentence = await this.quickAdd.read(fields, workspaceId);
    sendPage(reply, this.views.renderPart({ understood: understoodOf(fields.title, sentence) }));
  }
}
