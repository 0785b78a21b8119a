import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Connections, IdentitySignIn } from '#libs/accounts';
import { Config } from '#libs/platform';
import { Needs, rememberSession } from '../../access/index.js';
import { queryOf } from '../../http/page-parts.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { nextPath } from '../next-path.js';
import { PersonPages } from '../person-pages.js';
import { visitOf } from '../visit.js';
import { identityRefused } from '../way-in-words.js';
import { OidcJourney } from './oidc-journey.js';

/**
 * To the provider and back. Both are links and not forms: our Content-Security-Policy lets forms lead nowhere but here, also
 * by a redirect. Whoever opens them by accident signs in as themselves, or sees that nothing was begun.
 */
@Needs('everybody')
@ReadsFrom('none')
@Controller('oidc')
export class OidcController {
  constructor(
    private readonly journey: OidcJourney,
    private readonly signIn: IdentitySignIn,
    private readonly connections: Connections,
    private readonly pages: PersonPages,
    private readonly config: Config,
  ) {}

  @Get('begin')
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const { next } = queryOf(reply.request.query);
    await this.journey.begin(reply, { nextPath: nextPath(next), accountId: undefined });
  }

  @Get('callback')
  async callback(@Res() reply: FastifyReply): Promise<void> {
    const back = await this.journey.end(reply);
    if (back === undefined) return;
    const { accountId, identity, nextPath: next } = back;
    if (accountId !== undefined) {
      const offer = await this.connections.offer(accountId, identity);
      return await this.pages.redirect(reply, `/account/connections/${offer}`);
    }
    const rules = { signUp: this.config.people.oidc?.signUp === true };
    const done = await this.signIn.signIn(identity, visitOf(reply.request), rules);
    if (done.outcome === 'done') {
      rememberSession(reply, done.token);
      await this.pages.redirect(reply, nextPath(next) ?? '/');
    } else {
      const message = identityRefused(done.refusal);
      this.pages.send(reply, 'message', { title: message.heading, status: 403 }, message);
    }
  }
}
