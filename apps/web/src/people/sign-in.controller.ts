import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SetUp, SignIn, type Credentials } from '#libs/accounts';
import { Needs, rememberSession } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { nextPath } from './next-path.js';
import { personForm, type RefusedField } from './person-form.js';
import { PersonPages } from './person-pages.js';
import { visitOf } from './visit.js';
import { SIGN_IN_REFUSED, tooManyTries } from './words.js';

type SignInFields = Credentials & { readonly next?: string | undefined };

interface Answered {
  readonly refused?: RefusedField;
  readonly wait?: number;
  readonly isLate?: boolean;
}

const FIELDS = { email: typed, password: typed, next: z.string().optional() };

/** Signing in with an address and a password. */
@Needs('everybody')
@ReadsFrom('none')
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly setUp: SetUp,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { next, late } = queryOf(reply.request.query);
    if (await this.setUp.isNeeded()) await this.pages.redirect(reply, '/setup');
    else this.send(reply, { email: '', password: '', next }, { isLate: late !== undefined });
  }

  @PostForm()
  async begin(@Fields(FIELDS) fields: SignInFields, @Res() reply: FastifyReply): Promise<void> {
    const done = await this.signIn.signIn(fields, visitOf(reply.request));
    if (done.outcome === 'refused') {
      this.send(reply, fields, { refused: { field: 'email', error: SIGN_IN_REFUSED } });
    } else if (done.outcome === 'too-many-tries') {
      const { seconds } = done;
      this.send(reply, fields, { refused: { field: 'email', error: tooManyTries(seconds) }, wait: seconds });
    } else {
      rememberSession(reply, done.token);
      await this.pages.redirect(reply, nextPath(fields.next) ?? '/');
    }
  }

  private send(
    reply: FastifyReply,
    { next, ...values }: SignInFields,
    { refused, isLate = false, wait = 0 }: Answered,
  ): void {
    const path = nextPath(next);
    const forms = { signIn: personForm({ ...values }, refused) };
    const asked = path === undefined ? {} : { next: path };
    this.pages.send(reply, 'sign-in', { title: 'Sign in', forms, wait }, { isLate, ...asked });
  }
}
