import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SignUp, type InvitationRefusal, type Profile, type ProfileRefusal } from '#libs/accounts';
import { Needs } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { AfterAnswer, Mailer } from '../mail/index.js';
import { haveOneMail, mailTo } from '../people/mails.js';
import { personForm, refusedField, type RefusedField } from '../people/person-form.js';
import { PersonPages } from '../people/person-pages.js';
import { TIME_ZONES } from '../people/time-zones.js';
import { visitOf } from '../people/visit.js';
import { waitField } from '../people/wait-field.js';
import { SignUpOpenGuard } from './sign-up-open.guard.js';
import { isAboutInvitation } from './words.js';

const FIELDS = { name: typed, email: typed, password: typed, timeZone: typed };

/** For everybody, where SIGN_UP is open; elsewhere there is no such page. */
@Needs('everybody')
@ReadsFrom('none')
@UseGuards(SignUpOpenGuard)
@Controller('sign-up')
export class SignUpController {
  constructor(
    private readonly signUp: SignUp,
    private readonly pages: PersonPages,
    private readonly mailer: Mailer,
    private readonly after: AfterAnswer,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): void {
    this.send(reply, { name: '', email: '', password: '', timeZone: 'UTC' });
  }

  /**
   * A stranger must not learn who has an account: the answer is the same whether the address was free or not, and leads to
   * where one signs in with the password of the account that there is now. Whoever has forgotten that they have one is told by mail.
   */
  @PostForm()
  async create(@Fields(FIELDS) profile: Profile, @Res() reply: FastifyReply): Promise<void> {
    const done = await this.signUp.signUp(profile, visitOf(reply.request));
    if (done.outcome === 'too-often') {
      this.send(reply, profile, waitField('email', done));
    } else if (done.outcome === 'done' || done.refusal === 'email-taken') {
      if (done.outcome === 'refused') this.tellHolder(profile.email);
      await this.pages.redirect(reply, '/sign-in?signed-up=1');
    } else {
      this.send(reply, profile, refusedField(done.refusal, refusalWords(done.refusal)));
    }
  }

  private tellHolder(email: string): void {
    if (!this.mailer.isConfigured) return;
    this.after.do('telling of an account that there is', async () => {
      const holder = await this.signUp.holderOf(email);
      if (holder === undefined) return;
      await this.mailer.send(mailTo(holder, () => haveOneMail(this.mailer.link('/forgotten'))));
    });
  }

  private send(reply: FastifyReply, profile: Profile, refused?: RefusedField): void {
    const forms = { signUp: personForm({ ...profile }, refused) };
    const zones = { timeZones: TIME_ZONES, takesTimeZone: refused === undefined };
    this.pages.send(
      reply,
      'sign-up',
      { title: say('workspaces.sign-up'), forms, wait: refused?.wait },
      zones,
    );
  }
}

function refusalWords(refusal: ProfileRefusal | InvitationRefusal): string {
  return isAboutInvitation(refusal) ? say(`workspaces.${refusal}`) : say(`account.${refusal}`);
}
