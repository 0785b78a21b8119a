import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { FinishSignIn, type TooManyTries } from '#libs/accounts';
import { Needs, rememberSession } from '../../access/index.js';
import { Fields } from '../../forms/plain-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { typed } from '../../forms/posted-form.js';
import { queryOf } from '../../http/page-parts.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { durationWords, say } from '../../locales/index.js';
import { nextPath, withNext } from '../next-path.js';
import { personForm, type RefusedField } from '../person-form.js';
import { PersonPages } from '../person-pages.js';
import { visitOf } from '../visit.js';
import { pendingCookie } from './pending-cookie.js';

const FIELDS = { code: typed, next: z.string().optional() };

interface SecondStepFields {
  readonly code: string;
  readonly next?: string | undefined;
}

/** The second step of signing in, for those who have a second factor. */
@Needs('everybody')
@ReadsFrom('none')
@Controller('sign-in/second-factor')
export class SecondStepController {
  constructor(
    private readonly signIn: FinishSignIn,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const token = pendingCookie.read(reply.request);
    const { next } = queryOf(reply.request.query);
    if (token === undefined || !(await this.signIn.isPending(token))) await this.startOver(reply, next);
    else this.send(reply, next);
  }

  @PostForm()
  async finish(@Fields(FIELDS) { code, next }: SecondStepFields, @Res() reply: FastifyReply): Promise<void> {
    const done = await this.signIn.finish(
      pendingCookie.read(reply.request) ?? '',
      code,
      visitOf(reply.request),
    );
    if (done.outcome === 'done') {
      pendingCookie.set(reply, '', 0);
      rememberSession(reply, done.token);
      await this.pages.redirect(reply, nextPath(next) ?? '/');
    } else if (done.outcome === 'over') {
      await this.startOver(reply, next);
    } else {
      this.send(reply, next, refusalOf(done));
    }
  }

  private async startOver(reply: FastifyReply, next: string | undefined): Promise<void> {
    pendingCookie.set(reply, '', 0);
    await this.pages.redirect(reply, withNext('/sign-in', next, { again: 'code' }));
  }

  private send(reply: FastifyReply, next: string | undefined, refused?: RefusedField): void {
    const path = nextPath(next);
    const forms = { secondStep: personForm({ code: '' }, refused) };
    this.pages.send(
      reply,
      'second-step',
      { title: say('signIn.sign-in'), forms, wait: refused?.wait },
      path === undefined ? {} : { next: path },
    );
  }
}

function refusalOf(done: TooManyTries | { readonly outcome: 'wrong' }): RefusedField {
  if (done.outcome === 'wrong') return { field: 'code', error: say('credentials.code-wrong') };
  const { seconds: wait } = done;
  return {
    field: 'code',
    error: say('credentials.codes-too-often', { duration: durationWords(wait) }),
    wait,
  };
}
