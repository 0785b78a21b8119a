import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ResetPassword, type EndedAccess, type Holder } from '#libs/accounts';
import { forgetSession, Needs } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { AfterAnswer, Mailer } from '../mail/index.js';
import { mailTo, wasResetMail } from './mails.js';
import { personForm, refusedField, type RefusedField } from './person-form.js';
import { PersonPages } from './person-pages.js';
import { resetLinkInvalid } from './way-in-words.js';

/** A link with which a new password is set. Opening it does nothing: programs that look at mails open links as well. */
@Needs('everybody')
@ReadsFrom('none')
@Controller('reset/:token')
export class ResetController {
  constructor(
    private readonly resets: ResetPassword,
    private readonly mailer: Mailer,
    private readonly after: AfterAnswer,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    if (await this.resets.isPossible(token)) this.send(reply, token);
    else this.sendInvalid(reply);
  }

  @PostForm()
  async set(
    @Param('token') token: string,
    @Fields({ password: typed }) { password }: { readonly password: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const done = await this.resets.reset(token, password, reply.request.ip);
    if (done.outcome === 'link-invalid') {
      this.sendInvalid(reply);
    } else if (done.outcome === 'refused') {
      this.send(reply, token, refusedField(done.refusal, say(`account.${done.refusal}`)));
    } else {
      forgetSession(reply);
      this.tell(done.holder, done.ended);
      await this.pages.redirect(reply, '/sign-in?reset=1');
    }
  }

  /** Whoever it was that has set the password: its owner hears of it. */
  private tell(holder: Holder, ended: EndedAccess): void {
    if (!this.mailer.isConfigured) return;
    const mail = mailTo(holder, () => wasResetMail(ended, this.mailer.link('/forgotten')));
    this.after.do('telling of a new password', () => this.mailer.send(mail));
  }

  private send(reply: FastifyReply, token: string, refused?: RefusedField): void {
    const forms = { reset: personForm({ password: '' }, refused) };
    this.pages.send(
      reply,
      'reset',
      { title: say('signIn.new-password'), forms },
      { action: `/reset/${token}` },
    );
  }

  private sendInvalid(reply: FastifyReply): void {
    const message = resetLinkInvalid();
    this.pages.send(reply, 'message', { title: message.heading, status: 404 }, message);
  }
}
