import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AccountLinks, parseEmail } from '#libs/accounts';
import { Needs } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { AfterAnswer, Mailer } from '../mail/index.js';
import { mailTo, resetMail } from './mails.js';
import { personForm, refusedField, type RefusedField } from './person-form.js';
import { PersonPages } from './person-pages.js';
import { waitField } from './wait-field.js';

interface ForgottenFields {
  readonly email: string;
}

/** Asking for a new password. Nothing is looked up before the answer is given, so that it tells nothing. */
@Needs('everybody')
@ReadsFrom('none')
@Controller('forgotten')
export class ForgottenController {
  constructor(
    private readonly links: AccountLinks,
    private readonly mailer: Mailer,
    private readonly after: AfterAnswer,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): void {
    this.send(reply, { email: '' });
  }

  @PostForm()
  async ask(@Fields({ email: typed }) fields: ForgottenFields, @Res() reply: FastifyReply): Promise<void> {
    if (!this.mailer.isConfigured) return this.send(reply, fields);
    const parsed = parseEmail(fields.email);
    if (!parsed.ok)
      return this.send(reply, fields, refusedField(parsed.refusal, say(`account.${parsed.refusal}`)));
    const { ip } = reply.request;
    const tooOften = await this.links.mayAsk(ip);
    if (tooOften !== undefined) return this.send(reply, fields, waitField('email', tooOften));
    this.after.do('sending a link for a new password', () => this.mail(parsed.text, ip));
    await this.pages.redirect(reply, '/forgotten?sent=1');
  }

  private async mail(email: string, address: string): Promise<void> {
    const made = await this.links.createForMail(email, address);
    if (made === undefined) return;
    const link = this.mailer.link(`/reset/${made.secret}`);
    await this.mailer.send(mailTo(made.to, () => resetMail(link)));
  }

  private send(reply: FastifyReply, { email }: ForgottenFields, refused?: RefusedField): void {
    const { sent } = queryOf(reply.request.query);
    const forms = { forgotten: personForm({ email }, refused) };
    const { isConfigured: hasMail } = this.mailer;
    const isSent = hasMail && sent !== undefined && refused === undefined;
    const page = { title: say('signIn.forgotten-title'), forms, wait: refused?.wait };
    this.pages.send(reply, 'forgotten', page, { hasMail, isSent });
  }
}
