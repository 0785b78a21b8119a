import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ConfirmPassword, SecondFactors } from '#libs/accounts';
import { z } from 'zod';
import { Needs, principalOf } from '../../access/index.js';
import { Fields } from '../../forms/plain-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { typed } from '../../forms/posted-form.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { say } from '../../locales/index.js';
import { personForm, type RefusedField } from '../person-form.js';
import { PersonPages } from '../person-pages.js';
import { ShownOnce } from '../shown-once.js';
import { visitOf } from '../visit.js';
import { waitField } from '../wait-field.js';
import { qrCode } from './qr-code.js';

const PATH = '/account/second-factor';
const codesOnce = new ShownOnce('recovery codes', z.array(z.string()).readonly());

interface TypedPassword {
  readonly password: string;
}

/** Codes of an app, beside the password. Whatever is changed about them takes the password once more. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly confirming: ConfirmPassword,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.send(reply);
  }

  @PostForm('begin')
  async begin(@Fields({ password: typed }) fields: TypedPassword, @Res() reply: FastifyReply): Promise<void> {
    const refused = await this.refusalOf(reply, fields);
    if (refused !== undefined) return this.send(reply, refused);
    await this.factors.begin(principalOf(reply.request).accountId);
    await this.pages.redirect(reply, PATH);
  }

  @PostForm('confirm')
  async confirm(@Fields({ code: typed }) { code }: { readonly code: string }, @Res() reply: FastifyReply) {
    const { accountId } = principalOf(reply.request);
    const codes = await this.factors.confirm(accountId, code, visitOf(reply.request).address);
    if (codes === undefined) await this.send(reply, { field: 'code', error: say('credentials.code-wrong') });
    else await this.leadToCodes(reply, codes);
  }

  @Get('recovery-codes')
  async showCodes(@Res() reply: FastifyReply): Promise<void> {
    const codes = codesOnce.take(reply);
    const page = { title: say('credentials.recovery-codes'), current: 'account' } as const;
    if (codes === undefined) await this.pages.redirect(reply, PATH);
    else this.pages.send(reply, 'recovery-codes', page, { codes });
  }

  @PostForm('recovery-codes')
  async renew(@Fields({ password: typed }) fields: TypedPassword, @Res() reply: FastifyReply): Promise<void> {
    const refused = await this.refusalOf(reply, fields);
    if (refused !== undefined) return this.send(reply, refused);
    const { accountId } = principalOf(reply.request);
    const codes = await this.factors.renewCodes(accountId, visitOf(reply.request).address);
    if (codes === undefined) await this.pages.redirect(reply, PATH);
    else await this.leadToCodes(reply, codes);
  }

  @PostForm('off')
  async switchOff(@Fields({ password: typed }) fields: TypedPassword, @Res() reply: FastifyReply) {
    const refused = await this.refusalOf(reply, fields);
    if (refused !== undefined) return this.send(reply, refused);
    await this.factors.switchOff(principalOf(reply.request).accountId, visitOf(reply.request).address);
    await this.pages.redirect(reply, PATH);
  }

  /** @returns undefined for the right password */
  private async refusalOf(
    { request }: FastifyReply,
    { password }: TypedPassword,
  ): Promise<RefusedField | undefined> {
    const { address } = visitOf(request);
    const confirmed = await this.confirming.confirm(principalOf(request), { password, address });
    if (confirmed.outcome === 'confirmed') return undefined;
    else if (confirmed.outcome === 'too-many-tries') return waitField('password', confirmed);
    else return { field: 'password', error: say('credentials.password-wrong') };
  }

  private async send(reply: FastifyReply, refused?: RefusedField): Promise<void> {
    const { accountId } = principalOf(reply.request);
    const factor = await this.factors.stateOf(accountId);
    const hasPassword = await this.confirming.hasPassword(accountId);
    const shown = factor.state === 'begun' ? { ...factor, qr: qrCode(factor.keyAddress) } : factor;
    const field = factor.state === 'begun' ? { code: '' } : { password: '' };
    // What is refused about a field that the page has no more (another tab was quicker) is said about the one that it has.
    const about = refused && { ...refused, field: Object.keys(field)[0] ?? '' };
    const forms = { secondFactor: personForm(field, about) };
    const page = {
      title: say('credentials.second-factor'),
      current: 'account',
      forms,
      wait: refused?.wait,
    } as const;
    this.pages.send(reply, 'second-factor', page, { factor: shown, hasPassword });
  }

  private async leadToCodes(reply: FastifyReply, codes: readonly string[]): Promise<void> {
    codesOnce.keep(reply, codes);
    await this.pages.redirect(reply, `${PATH}/recovery-codes`);
  }
}
