import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AcceptInvitation, SignUp, type Invitation, type Profile } from '#libs/accounts';
import { Config } from '#libs/platform';
import { Needs, rememberSession, WhoAsks } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { workspacePath } from '../http/reader-of.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { personForm, refusedField, type RefusedField } from '../people/person-form.js';
import { PersonPages } from '../people/person-pages.js';
import { TIME_ZONES } from '../people/time-zones.js';
import { visitOf } from '../people/visit.js';
import { waitField } from '../people/wait-field.js';
import { isAboutInvitation } from './words.js';

const optional = typed.optional();
const FIELDS = { name: optional, email: optional, password: optional, timeZone: optional };

const NOBODY: Profile = { name: '', email: '', password: '', timeZone: 'UTC' };

/** For whoever has a link: first who invites to what, then a way in. Nothing happens by opening it. */
@Needs('everybody')
@ReadsFrom('none')
@Controller('invitations/:token')
export class InvitationController {
  constructor(
    private readonly accepting: AcceptInvitation,
    private readonly signUp: SignUp,
    private readonly who: WhoAsks,
    private readonly pages: PersonPages,
    private readonly config: Config,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.who.of(reply.request);
    await this.send(reply, token);
  }

  /** Who is signed in joins; who is not makes an account first, with this form. */
  @PostForm()
  async accept(
    @Param('token') token: string,
    @Fields(FIELDS) fields: Partial<Profile>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const principal = await this.who.of(reply.request);
    if (principal !== undefined) await this.join(reply, token, principal.accountId);
    else if (this.config.signUp === 'closed') await this.send(reply, token);
    else await this.makeAccount(reply, token, { ...NOBODY, ...fields });
  }

  private async join(reply: FastifyReply, token: string, accountId: string): Promise<void> {
    const done = await this.accepting.accept(token, accountId);
    if (done.outcome === 'refused') await this.send(reply, token);
    else if (done.outcome === 'joined') await this.pages.redirect(reply, workspacePath(done.workspaceId));
    else await this.pages.redirect(reply, `${workspacePath(done.workspaceId)}/members?said=${done.outcome}`);
  }

  private async makeAccount(reply: FastifyReply, token: string, profile: Profile): Promise<void> {
    const done = await this.signUp.signUpInvited(token, profile, visitOf(reply.request));
    if (done.outcome === 'done') {
      rememberSession(reply, done.token);
      await this.pages.redirect(reply, workspacePath(done.workspaceId));
    } else if (done.outcome === 'too-often') {
      await this.send(reply, token, { profile, refused: waitField('email', done) });
    } else if (isAboutInvitation(done.refusal)) {
      await this.send(reply, token);
    } else {
      // That an address is taken is told to who was given a link by an owner, and to nobody else.
      const refused = refusedField(done.refusal, say(`account.${done.refusal}`));
      await this.send(reply, token, { profile, refused });
    }
  }

  private async send(
    reply: FastifyReply,
    token: string,
    { profile = NOBODY, refused }: { readonly profile?: Profile; readonly refused?: RefusedField } = {},
  ): Promise<void> {
    const looked = await this.accepting.look(token);
    const title = say('workspaces.invitation');
    const mayMakeAccount = this.config.signUp !== 'closed';
    const zones = { timeZones: TIME_ZONES, takesTimeZone: refused === undefined };
    const model = { token, mayMakeAccount, ...zones, name: reply.request.principal?.name };
    if (looked.outcome === 'refused') {
      const status = looked.refusal === 'invitation-unknown' ? 404 : 410;
      const refusedWords = say(`workspaces.${looked.refusal}`);
      this.pages.send(reply, 'invitation', { title, status }, { ...model, refusedWords });
    } else {
      const { workspaceName, inviterName, role } = looked.invitation;
      const way = await this.wayIn(reply, looked.invitation);
      const invitation = { workspaceName, inviterName, role, ...way };
      const forms = { signUp: personForm({ ...profile }, refused) };
      const page = { title, forms, wait: refused?.wait };
      this.pages.send(reply, 'invitation', page, { ...model, invitation });
    }
  }

  /** Where the workspace is, for who is in it already. */
  private async wayIn({ request: { principal } }: FastifyReply, invitation: Invitation) {
    const isIn = principal !== undefined && (await this.accepting.isMember(invitation, principal.accountId));
    return isIn ? { path: workspacePath(invitation.workspaceId) } : {};
  }
}
