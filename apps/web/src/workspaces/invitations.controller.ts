import { Controller, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { INVITATION_DAYS, Invitations, ROLES, type NewInvitation, type TooOften } from '#libs/accounts';
import { Config } from '#libs/platform';
import { inWorkspace, memberOf, Needs, principalOf } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { Id, typed } from '../forms/posted-form.js';
import { workspacePath } from '../http/reader-of.js';
import { say } from '../locales/index.js';
import { durationWords } from '../locales/index.js';
import type { RefusedField } from '../people/person-form.js';
import { PersonPages } from '../people/person-pages.js';
import { InvitationMails } from './invitation-mails.js';
import { MembersPage } from './members.page.js';
import { newLinkOnce } from './new-link.js';

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

  /** The link is in no address: it would be in the history of the browser. */
  @PostForm()
  async invite(
    @Fields(FIELDS) { uses, ...wanted }: InvitationFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId } = memberOf(reply.request);
    const [by, isReusable] = [principalOf(reply.request), uses === MANY];
    const isMailed = this.mails.canBeSent;
    const made = await this.invitations.invite({ ...wanted, workspaceId, by, isReusable, isMailed });
    if (made.outcome === 'not-an-owner') {
      await this.page.send(reply, { refused: say(`workspaces.${made.outcome}`) });
    } else if (made.outcome !== 'done') {
      await this.page.send(reply, { form: 'invite', field: refusedAddress(made), typed: wanted.email });
    } else {
      const newLink = this.linkTo(reply.request, made.token);
      const sentTo = this.mails.send(made.email, made.token, reply.request);
      newLinkOnce.keep(reply, { newLink, sentTo });
      await this.pages.redirect(reply, `${workspacePath(workspaceId)}/members`);
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
    else if (outcome !== 'done') await this.page.send(reply, { refused: say(`workspaces.${outcome}`) });
    else await this.pages.redirect(reply, `${workspacePath(workspaceId)}/members?said=revoked`);
  }

  /** As the reader has reached this app, which is as others will: the host is one that the app answers to. */
  private linkTo({ protocol, host }: FastifyRequest, token: string): string {
    return `${protocol}://${host}${this.config.basePath}/invitations/${token}`;
  }
}

function refusedAddress(made: TooOften | { readonly outcome: 'refused' }): RefusedField {
  if (made.outcome === 'refused') return { field: 'email', error: say('workspaces.email-invalid') };
  const error = say('workspaces.mailed-too-often', { duration: durationWords(made.seconds) });
  return { field: 'email', error, wait: made.seconds };
}
