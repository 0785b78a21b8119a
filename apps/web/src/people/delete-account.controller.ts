import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DeleteAccount } from '#libs/accounts';
import { forgetSession, Needs, principalOf } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { personForm, type RefusedField } from './person-form.js';
import { PersonPages } from './person-pages.js';
import { visitOf } from './visit.js';
import { waitField } from './wait-field.js';

const FIELDS = { password: typed.optional() };

/** Leaving for good. */
@Needs('account')
@ReadsFrom('none')
@Controller('account')
export class DeleteAccountController {
  constructor(
    private readonly accounts: DeleteAccount,
    private readonly pages: PersonPages,
  ) {}

  @Get('delete')
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.send(reply);
  }

  @PostForm('delete')
  async delete(
    @Fields(FIELDS) { password = '' }: { readonly password?: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { address } = visitOf(reply.request);
    const done = await this.accounts.delete(principalOf(reply.request), { password, address });
    if (done.outcome === 'deleted') {
      forgetSession(reply);
      await this.pages.redirect(reply, '/account/deleted');
    } else if (done.outcome === 'password-wrong') {
      await this.send(reply, { field: 'password', error: say('account.delete-password-wrong') });
    } else if (done.outcome === 'too-many-tries') {
      await this.send(reply, waitField('password', done));
    } else {
      // The page says what is in the way, or what to do first.
      await this.pages.redirect(reply, '/account/delete');
    }
  }

  @Needs('everybody')
  @Get('deleted')
  showDeleted(@Res() reply: FastifyReply): void {
    this.pages.send(reply, 'account-deleted', { title: say('account.deleted') }, {});
  }

  private async send(reply: FastifyReply, refused?: RefusedField): Promise<void> {
    const person = principalOf(reply.request);
    const [obstacles, confirmation] = await Promise.all([
      this.accounts.obstacles(person),
      this.accounts.confirmation(person),
    ]);
    const forms = { delete: personForm({ password: '' }, refused) };
    const page = { title: say('account.delete'), current: 'account', forms, wait: refused?.wait } as const;
    this.pages.send(reply, 'account-delete', page, { ...obstacles, confirmation });
  }
}
