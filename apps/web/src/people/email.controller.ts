import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EmailChange, type CheckedEmail, type EmailChangeRefusal, type SignedIn } from '#libs/accounts';
import { Needs, principalOf } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { EmailMails } from './email-mails.js';
import { personForm, refusedField, type RefusedField } from './person-form.js';
import { PersonPages } from './person-pages.js';
import { visitOf } from './visit.js';
import { waitField } from './wait-field.js';

interface EmailFields {
  readonly email: string;
  /** The present one of the account. */
  readonly password: string;
}

/** Asking for another e-mail address. Where mails can be sent, the answer does not tell whether it is free. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/email')
export class EmailController {
  constructor(
    private readonly changes: EmailChange,
    private readonly mails: EmailMails,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, { email: '', password: '' });
  }

  @PostForm()
  async ask(
    @Fields({ email: typed, password: typed }) fields: EmailFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = principalOf(reply.request);
    const { accountId } = own;
    const checked = await this.changes.check(own, { ...fields, address: visitOf(reply.request).address });
    if (checked.outcome !== 'done') {
      await this.send(reply, fields, refusalOf(checked));
    } else if (this.mails.canBeSent) {
      this.mails.askToConfirm(accountId, checked.email);
      await this.pages.redirect(reply, '/account/email?asked=1');
    } else {
      await this.change(reply, own, checked.email);
    }
  }

  private async change(reply: FastifyReply, own: SignedIn, email: string): Promise<void> {
    const changed = await this.changes.change(own, email);
    if (changed === 'email-taken')
      await this.send(reply, { email, password: '' }, refusedField(changed, emailRefusalWords(changed)));
    else await this.pages.redirect(reply, '/account/email?changed=1');
  }

  private async send(reply: FastifyReply, fields: EmailFields, refused?: RefusedField): Promise<void> {
    const { request } = reply;
    const { asked, changed } = queryOf(request.query);
    const model = {
      present: await this.changes.present(principalOf(request).accountId),
      hasMail: this.mails.canBeSent,
      isAsked: asked !== undefined,
      isChanged: changed !== undefined,
    };
    const forms = { email: personForm({ ...fields }, refused) };
    const page = { title: say('signIn.email'), current: 'account', forms, wait: refused?.wait } as const;
    this.pages.send(reply, 'account-email', page, model);
  }
}

function refusalOf(checked: Exclude<CheckedEmail, { outcome: 'done' }>): RefusedField {
  if (checked.outcome === 'refused') return refusedField(checked.refusal, emailRefusalWords(checked.refusal));
  else return waitField(checked.outcome === 'too-many-tries' ? 'password' : 'email', checked);
}

function emailRefusalWords(refusal: EmailChangeRefusal): string {
  return say(refusal === 'email-taken' ? 'account.new-email-taken' : `account.${refusal}`);
}
