import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SetUp, SignIn, type Credentials } from '#libs/accounts';
import { Config } from '#libs/platform';
import { Needs, rememberSession } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { PENDING_LIFE, pendingCookie } from './credentials/pending-cookie.js';
import { againIn } from './credentials/sign-in-again.js';
import { nextPath, withNext } from './next-path.js';
import { personForm, type RefusedField } from './person-form.js';
import { OidcLinks } from './oidc/oidc-links.js';
import { PersonPages } from './person-pages.js';
import { visitOf } from './visit.js';
import { waitField } from './wait-field.js';

type SignInFields = Credentials & { readonly next?: string | undefined };

const FIELDS = { email: typed, password: typed, next: z.string().optional() };

interface Told {
  readonly refused?: RefusedField;
  readonly isLate?: boolean;
  readonly isReset?: boolean;
  readonly hasSignedUp?: boolean;
  readonly again?: string | undefined;
}

/** Signing in with an address and a password. */
@Needs('everybody')
@ReadsFrom('none')
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly setUp: SetUp,
    private readonly pages: PersonPages,
    private readonly config: Config,
    private readonly oidc: OidcLinks,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { next, late, again, reset, 'signed-up': signedUp } = queryOf(reply.request.query);
    const told = {
      isLate: late !== undefined,
      isReset: reset !== undefined,
      hasSignedUp: signedUp !== undefined,
      again,
    };
    if (await this.setUp.isNeeded()) await this.pages.redirect(reply, '/setup');
    else this.send(reply, { email: '', password: '', next }, told);
  }

  @PostForm()
  async begin(@Fields(FIELDS) fields: SignInFields, @Res() reply: FastifyReply): Promise<void> {
    const done = await this.signIn.signIn(fields, visitOf(reply.request));
    if (done.outcome === 'refused') {
      this.send(reply, fields, { refused: { field: 'email', error: say('signIn.refused') } });
    } else if (done.outcome === 'too-many-tries') {
      this.send(reply, fields, { refused: waitField('email', done) });
    } else if (done.outcome === 'second-factor') {
      pendingCookie.set(reply, done.token, PENDING_LIFE);
      await this.pages.redirect(reply, withNext('/sign-in/second-factor', fields.next));
    } else {
      rememberSession(reply, done.token);
      await this.pages.redirect(reply, nextPath(fields.next) ?? '/');
    }
  }

  private send(
    reply: FastifyReply,
    { next, ...values }: SignInFields,
    { refused, isLate = false, isReset = false, hasSignedUp = false, again }: Told,
  ): void {
    const path = nextPath(next);
    const forms = { signIn: personForm({ ...values }, refused) };
    const asked = path === undefined ? {} : { next: path };
    this.pages.send(
      reply,
      'sign-in',
      { title: say('signIn.sign-in'), forms, wait: refused?.wait },
      {
        isLate,
        isReset,
        hasSignedUp,
        maySignUp: this.config.signUp === 'open',
        ...againIn(again),
        ...asked,
        ...this.oidc.of(path),
      },
    );
  }
}
