import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Connections } from '#libs/accounts';
import { Needs, principalOf } from '../../access/index.js';
import { Fields } from '../../forms/plain-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { say } from '../../locales/index.js';
import type { MessageView } from '../../views/index.js';
import { personForm, refusedField, type RefusedField } from '../person-form.js';
import { PersonPages } from '../person-pages.js';
import { visitOf } from '../visit.js';
import { waitField } from '../wait-field.js';
import { connectionMessage } from '../way-in-words.js';
import { OidcProvider } from './oidc-provider.js';

interface OfferFields {
  readonly password?: string;
}

/** What has come back from the provider, for its owner to say whether they want to sign in with it. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/connections/:token')
export class ConnectionOfferController {
  constructor(
    private readonly connections: Connections,
    private readonly provider: OidcProvider,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, token);
  }

  @PostForm()
  async accept(
    @Param('token') token: string,
    @Fields({ password: z.string().optional() }) { password = '' }: OfferFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { address } = visitOf(reply.request);
    const own = principalOf(reply.request);
    const done = await this.connections.accept(own, token, { password, address });
    if (done.outcome === 'password-wrong')
      await this.send(reply, token, refusedField(done.outcome, say(`account.${done.outcome}`)));
    else if (done.outcome === 'too-many-tries') await this.send(reply, token, waitField('password', done));
    else if (done.outcome === 'offer-invalid') this.say(reply, connectionMessage('offer-invalid'), 404);
    else if (done.outcome === 'taken') this.say(reply, connectionMessage('identity-taken'), 409);
    else await this.pages.redirect(reply, '/account/connections');
  }

  private async send(reply: FastifyReply, token: string, refused?: RefusedField): Promise<void> {
    const { accountId, name } = principalOf(reply.request);
    const offered = await this.connections.offered(accountId, token);
    if (offered === null) return this.say(reply, connectionMessage('offer-invalid'), 404);
    const provider = this.provider.settings?.name ?? offered.issuer;
    const hasPassword = await this.connections.hasPassword(accountId);
    const forms = { offer: personForm(hasPassword ? { password: '' } : {}, refused) };
    const model = {
      action: `/account/connections/${token}`,
      provider,
      name,
      ...(typeof offered.email === 'string' ? { email: offered.email } : {}),
    };
    const page = {
      title: say('credentials.connect'),
      current: 'account',
      forms,
      wait: refused?.wait,
    } as const;
    this.pages.send(reply, 'connection-offer', page, model);
  }

  private say(reply: FastifyReply, message: MessageView, status: number): void {
    this.pages.send(reply, 'message', { title: message.heading, current: 'account', status }, message);
  }
}
