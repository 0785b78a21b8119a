import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EmailChange } from '#libs/accounts';
import { Needs, principalOf } from '../access/index.js';
import { PostForm } from '../forms/post-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import type { MessageView } from '../views/index.js';
import { EmailMails } from './email-mails.js';
import { PersonPages } from './person-pages.js';
import { emailLinkInvalid, emailTakenMeanwhile } from './way-in-words.js';

/**
 * The link that confirms a new e-mail address. Only who is signed in to the account can use it: the address may have been
 * mistyped, and its owner would otherwise get somebody else's account.
 */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/email/:token')
export class EmailConfirmController {
  constructor(
    private readonly changes: EmailChange,
    private readonly mails: EmailMails,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const { accountId, name } = principalOf(reply.request);
    const email = await this.changes.promised(accountId, token);
    if (email === undefined) return this.say(reply, emailLinkInvalid(), 404);
    const model = { name, email, action: `/account/email/${token}` };
    this.pages.send(
      reply,
      'email-confirm',
      { title: say('account.confirm-email'), current: 'account' },
      model,
    );
  }

  @PostForm()
  async confirm(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const changed = await this.changes.confirm(principalOf(reply.request).accountId, token);
    if (changed === 'link-invalid') {
      this.say(reply, emailLinkInvalid(), 404);
    } else if (changed === 'email-taken') {
      this.say(reply, emailTakenMeanwhile(), 409);
    } else {
      this.mails.tellOfChange(changed.before);
      await this.pages.redirect(reply, '/account/email?changed=1');
    }
  }

  private say(reply: FastifyReply, message: MessageView, status: number): void {
    this.pages.send(reply, 'message', { title: message.heading, current: 'account', status }, message);
  }
}
