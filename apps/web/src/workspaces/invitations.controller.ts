import { Controller, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { INVITATION_DAYS, Invitations, ROLES, type NewInvitation } from '#libs/accounts';
import { Config } from '#libs/platform';
import { inWorkspace, memberOf, Needs, principalOf } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { Id, typed } from '../forms/posted-form.js';
import { workspacePath } from '../http/reader-of.js';
import { PersonPages } from '../people/person-pages.js';
import { InvitationMails } from './invitation-mails.js';
import { MembersPage } from './members.page.js';
import { MEMBER_REFUSALS } from './words.js';

const [ONE, MANY] = ['one', 'many'] as const;

const FIELDS = {
  role: z.enum(ROLES),
  days: z
    .enum(INVITATION_DAYS.map(String))
    .transform((text) => INVITATION_DAYS.find((days) => String(days) === text)),
  uses: z.enum([ONE, MANY]),
  email: typed.default(''),
};

type InvitationFields = Pick<NewInvitation, 'role' | 'days' | 'email'> & { readonly uses: string };

/** The links that let people in: they are made here, and withdrawn. */
@Needs('manage')
@Controller(inWorkspace('invitations'))
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly page: MembersPage,
    private readonly pages: PersonPages,
    private readonly mails: InvitationMails,
    private readonly config: Config,
  ) {}

  /** Answers with the page itself: a link that was in an address would be in the history of the browser. */
  @PostForm()
  async invite(
    @Fields(FIELDS) { uses, ...wanted }: InvitationFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId } = memberOf(reply.request);
    const [by, isReusable] = [principalOf(reply.request), uses === MANY];
    const made = await this.invitations.invite({ ...wanted, workspaceId, by, isReusable });
    if (made.outcome === 'not-an-owner') {
      await this.page.send(reply, { refused: MEMBER_REFUSALS[made.outcome] });
    } else if (made.outcome === 'refused') {
      const field = {
        field: 'email',
        error: 'That is no e-mail address. Write it like this: ben@example.org',
      };
      await this.page.send(reply, { form: 'invite', field, typed: wanted.email });
    } else {
      const newLink = this.linkTo(reply.request, made.token);
      const sentTo = this.mails.send(made.email, made.token, reply.request);
      await this.page.send(reply, { newLink, sentTo });
    }
  }

  @PostForm(':invitationId/revoke')
  async revoke(
    @Id('invitationId') invitationId: string,
    @Fields() _none: object,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId, actorId } = memberOf(reply.request);
    const outcome = await this.invitations.revoke({ workspaceId, actorId, invitationId });
    if (outcome === 'not-there') throw new NotFoundException();
    else if (outcome !== 'done') await this.page.send(reply, { refused: MEMBER_REFUSALS[outcome] });
    else await this.pages.redirect(reply, `${workspacePath(workspaceId)}/members?said=revoked`);
  }

  /** As the reader has reached this app, which is as others will: the host is one that the app answers to. */
  private linkTo({ protocol, host }: FastifyRequest, token: string): string {
    return `${protocol}://${host}${this.config.basePath}/invitations/${token}`;
  }
}
