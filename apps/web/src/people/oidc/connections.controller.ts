import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Connections } from '#libs/accounts';
import { Needs, principalOf } from '../../access/index.js';
import { Fields } from '../../forms/plain-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { typed } from '../../forms/posted-form.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { say } from '../../locales/index.js';
import { PersonPages } from '../person-pages.js';
import { lastWay } from '../way-in-words.js';
import { OidcJourney } from './oidc-journey.js';
import { OidcLinks } from './oidc-links.js';

interface Identified {
  readonly issuer: string;
  readonly subject: string;
}

/** The accounts elsewhere with which somebody signs in. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/connections')
export class ConnectionsController {
  constructor(
    private readonly connections: Connections,
    private readonly journey: OidcJourney,
    private readonly links: OidcLinks,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const found = await this.connections.list(principalOf(reply.request).accountId);
    const connections = found.map(({ issuer, subject, email }) => ({
      issuer,
      subject,
      ...(typeof email === 'string' ? { email } : {}),
    }));
    const model = { connections, ...this.links.of() };
    this.pages.send(
      reply,
      'connections',
      { title: say('credentials.connections'), current: 'account' },
      model,
    );
  }

  /** Connects nothing yet: what comes back has to be confirmed. */
  @Get('begin')
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const { accountId } = principalOf(reply.request);
    await this.journey.begin(reply, { accountId, nextPath: undefined });
  }

  @PostForm('disconnect')
  async disconnect(
    @Fields({ issuer: typed, subject: typed }) identified: Identified,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const done = await this.connections.disconnect(principalOf(reply.request).accountId, identified);
    // Who posts it twice, or has done it elsewhere, sees that it is gone.
    if (done !== 'last-way') return await this.pages.redirect(reply, '/account/connections');
    const message = lastWay();
    this.pages.send(reply, 'message', { title: message.heading, current: 'account', status: 409 }, message);
  }
}
