import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiTokens, ChangePassword, ConfirmPassword, type NewPassword } from '#libs/accounts';
import { Needs, principalOf, rememberSession } from '../../access/index.js';
import { Fields } from '../../forms/plain-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { typed } from '../../forms/posted-form.js';
import { queryOf } from '../../http/page-parts.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { say } from '../../locales/index.js';
import { personForm, refusedField, type RefusedField } from '../person-form.js';
import { PersonPages } from '../person-pages.js';
import { visitOf } from '../visit.js';
import { waitField } from '../wait-field.js';
import { passwordRefusalWords } from './words.js';

const FIELDS = { current: typed.optional(), password: typed };

/** Changing one's password, or setting the first one. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/password')
export class PasswordController {
  constructor(
    private readonly passwords: ChangePassword,
    private readonly confirming: ConfirmPassword,
    private readonly tokens: ApiTokens,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.send(reply);
  }

  @PostForm()
  async change(@Fields(FIELDS) fields: NewPassword, @Res() reply: FastifyReply): Promise<void> {
    const { address } = visitOf(reply.request);
    const done = await this.passwords.change(principalOf(reply.request), fields, address);
    if (done.outcome === 'too-many-tries') {
      await this.send(reply, waitField('current', done));
    } else if (done.outcome === 'refused') {
      await this.send(reply, refusedField(done.refusal, passwordRefusalWords(done.refusal)));
    } else {
      rememberSession(reply, done.token);
      await this.pages.redirect(reply, '/account/password?changed=1');
    }
  }

  private async send(reply: FastifyReply, refused?: RefusedField): Promise<void> {
    const { accountId } = principalOf(reply.request);
    const [hasPassword, tokens] = await Promise.all([
      this.confirming.hasPassword(accountId),
      this.tokens.list(accountId),
    ]);
    const values = { ...(hasPassword ? { current: '' } : {}), password: '' };
    const isChanged = queryOf(reply.request.query).changed !== undefined;
    const forms = { password: personForm(values, refused) };
    const page = { title: say('credentials.password'), current: 'account' } as const;
    this.pages.send(reply, 'password', { ...page, forms, wait: refused?.wait }, { isChanged, tokens });
  }
}
