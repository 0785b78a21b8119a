import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Sessions } from '#libs/accounts';
import { forgetSession, Needs, principalOf } from '../access/index.js';
import { PostForm } from '../forms/post-form.js';
import { PersonPages } from './person-pages.js';

@Needs('account')
@Controller('sign-out')
export class SignOutController {
  constructor(
    private readonly sessions: Sessions,
    private readonly pages: PersonPages,
  ) {}

  @PostForm()
  async end(@Res() reply: FastifyReply): Promise<void> {
    await this.sessions.end(principalOf(reply.request));
    forgetSession(reply);
    await this.pages.redirect(reply, '/sign-in');
  }
}
