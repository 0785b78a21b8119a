import { Controller, Get, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Members, ROLES, SharedWorkspaces, type MemberOutcome, type Role } from '#libs/accounts';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { Id, typed } from '../forms/posted-form.js';
import { workspacePath } from '../http/reader-of.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { refusedField } from '../people/person-form.js';
import { PersonPages } from '../people/person-pages.js';
import type { Conflict } from '../views/index.js';
import { MembersPage } from './members.page.js';
import { newLinkOnce } from './new-link.js';

interface Name {
  readonly name: string;
  /** What it was on the page that the form was on. */
  readonly from?: string;
}

/** Who is in a workspace, and what they may do there. */
@Needs('manage')
@ReadsFrom('none')
@Controller(inWorkspace())
export class MembersController {
  constructor(
    private readonly members: Members,
    private readonly workspaces: SharedWorkspaces,
    private readonly page: MembersPage,
    private readonly pages: PersonPages,
  ) {}

  @Needs('read')
  @Get('members')
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.page.send(reply, newLinkOnce.take(reply));
  }

  @PostForm('members/:accountId/role')
  async changeRole(
    @Id('accountId') accountId: string,
    @Fields({ role: z.enum(ROLES) }) { role }: { readonly role: Role },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId, actorId } = memberOf(reply.request);
    const outcome = await this.members.changeRole({ workspaceId, actorId, accountId, role });
    await this.answer(reply, outcome, 'role-changed');
  }

  @PostForm('members/:accountId/remove')
  async remove(
    @Id('accountId') accountId: string,
    @Fields() _none: object,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId, actorId } = memberOf(reply.request);
    await this.answer(reply, await this.members.remove({ workspaceId, actorId, accountId }), 'removed');
  }

  @PostForm('rename')
  async rename(
    @Fields({ name: typed, from: typed.optional() }) fields: Name,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId, actorId } = memberOf(reply.request);
    const renamed = await this.workspaces.rename({ workspaceId, actorId, ...fields });
    if (renamed.outcome === 'refused') {
      const field = refusedField(renamed.refusal, say(`workspaces.${renamed.refusal}`));
      await this.page.send(reply, { form: 'rename', field, typed: fields.name });
    } else if (renamed.outcome === 'changed') {
      await this.page.send(reply, { conflict: conflictOf(fields, renamed.now) });
    } else {
      await this.answer(reply, renamed.outcome, 'renamed');
    }
  }

  private async answer(reply: FastifyReply, outcome: MemberOutcome, said: string): Promise<void> {
    const path = workspacePath(memberOf(reply.request).workspaceId);
    // Who is not there is answered as everything that is not there.
    if (outcome === 'not-a-member') throw new NotFoundException();
    else if (outcome !== 'done') await this.page.send(reply, { refused: say(`workspaces.${outcome}`) });
    else await this.pages.redirect(reply, `${path}/members?said=${said}`);
  }
}

/** As of a list: the name that it has now, and the typed one to be given to it all the same. */
function conflictOf({ name, from }: Name, now: string): Conflict {
  const mine = { id: 'mine', name: 'name', value: name, error: say('workspaces.name-changed') };
  return { action: '/rename', was: from, now, from: now, mine, plain: '/members' };
}
