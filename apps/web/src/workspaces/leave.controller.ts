import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Members } from '#libs/accounts';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { say } from '../locales/index.js';
import { PersonPages } from '../people/person-pages.js';
import { MembersPage } from './members.page.js';

/** Everybody may leave, but for the last owner. */
@Needs('leave')
@Controller(inWorkspace('leave'))
export class LeaveController {
  constructor(
    private readonly members: Members,
    private readonly page: MembersPage,
    private readonly pages: PersonPages,
  ) {}

  @PostForm()
  async leave(@Fields() _none: object, @Res() reply: FastifyReply): Promise<void> {
    const { workspaceId, actorId } = memberOf(reply.request);
    const outcome = await this.members.remove({ workspaceId, actorId, accountId: actorId });
    if (outcome === 'last-owner') await this.page.send(reply, { refused: say(`workspaces.${outcome}`) });
    // Who has left already has what they wanted.
    else await this.pages.redirect(reply, '/workspaces?said=left');
  }
}
