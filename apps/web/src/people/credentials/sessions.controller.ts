import { Controller, Get, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FindSessions, Sessions } from '#libs/accounts';
import { forgetSession, Needs, principalOf } from '../../access/index.js';
import { PostForm } from '../../forms/post-form.js';
import { Id } from '../../forms/posted-form.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { say } from '../../locales/index.js';
import { PersonPages } from '../person-pages.js';
import { visitOf } from '../visit.js';
import { deviceWords } from './device-words.js';
import { placeWords } from './place-words.js';

/** Where somebody is signed in. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/sessions')
export class SessionsController {
  constructor(
    private readonly finding: FindSessions,
    private readonly sessions: Sessions,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { accountId, sessionId } = principalOf(reply.request);
    const found = await this.finding.of(accountId);
    const sessions = found.map(({ device, address, ...session }) => ({
      ...session,
      device: deviceWords(device),
      place: placeWords(address),
      isThis: session.id === sessionId,
    }));
    const hasOthers = sessions.some(({ isThis }) => !isThis);
    const page = { title: say('credentials.sessions'), current: 'account' } as const;
    this.pages.send(reply, 'sessions', page, { sessions, hasOthers });
  }

  @PostForm(':sessionId/end')
  async end(@Id('sessionId') sessionId: string, @Res() reply: FastifyReply): Promise<void> {
    const own = principalOf(reply.request);
    const { address } = visitOf(reply.request);
    if (!(await this.sessions.endOne({ accountId: own.accountId, sessionId }, address)))
      throw new NotFoundException();
    if (sessionId === own.sessionId) forgetSession(reply);
    await this.pages.redirect(reply, sessionId === own.sessionId ? '/sign-in' : '/account/sessions');
  }

  @PostForm('end-others')
  async endOthers(@Res() reply: FastifyReply): Promise<void> {
    await this.sessions.endOthers(principalOf(reply.request), visitOf(reply.request).address);
    await this.pages.redirect(reply, '/account/sessions');
  }
}
