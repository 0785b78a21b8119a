import { hash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SetUp, Throttle, triesFrom, type FirstAccount } from '#libs/accounts';
import { Config } from '#libs/platform';
import { DEFAULT_WORKSPACE } from '#libs/queries';
import { Needs, rememberSession } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { queryOf } from '../http/page-parts.js';
import { workspacePath } from '../http/reader-of.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { personForm, refusedField, type RefusedField } from './person-form.js';
import { PersonPages } from './person-pages.js';
import { SetUpNeededGuard } from './set-up-needed.guard.js';
import { TIME_ZONES } from './time-zones.js';
import { visitOf } from './visit.js';
import { waitField } from './wait-field.js';

type SetUpFields = FirstAccount & { readonly token?: string };

const FIELDS = { name: typed, email: typed, password: typed, timeZone: typed, token: z.string().optional() };

/** The first account. Once there is one, there is no such page any more. */
@Needs('everybody')
@ReadsFrom('none')
@UseGuards(SetUpNeededGuard)
@Controller('setup')
export class SetUpController {
  constructor(
    private readonly setUp: SetUp,
    private readonly throttle: Throttle,
    private readonly pages: PersonPages,
    private readonly config: Config,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): void {
    const { token = '' } = queryOf(reply.request.query);
    this.send(reply, { name: '', email: '', password: '', timeZone: 'UTC', token });
  }

  @PostForm()
  async create(@Fields(FIELDS) fields: SetUpFields, @Res() reply: FastifyReply): Promise<void> {
    const known = await this.knowsToken(fields, reply);
    if (known.outcome === 'too-many-tries') {
      return this.send(reply, fields, waitField('token', known));
    } else if (known.outcome === 'refused') {
      return this.send(reply, fields, { field: 'token', error: say('signIn.set-up-token-wrong') });
    }
    await this.createFirst(fields, reply);
  }

  private async createFirst(fields: SetUpFields, reply: FastifyReply): Promise<void> {
    const done = await this.setUp.setUp(fields, visitOf(reply.request));
    if (done.outcome === 'too-late') {
      await this.pages.redirect(reply, '/sign-in?late=1');
    } else if (done.outcome === 'refused') {
      this.send(reply, fields, refusedField(done.refusal, say(`account.${done.refusal}`)));
    } else {
      rememberSession(reply, done.token);
      await this.pages.redirect(reply, workspacePath(DEFAULT_WORKSPACE));
    }
  }

  private async knowsToken({ token }: SetUpFields, { request }: FastifyReply) {
    const { setUpToken } = this.config;
    const isKnown = isRight(token, setUpToken) ? ('known' as const) : ('refused' as const);
    return await this.throttle.attempt(
      setUpToken === undefined ? [] : [triesFrom('set-up', request.ip)],
      () => Promise.resolve({ outcome: isKnown }),
    );
  }

  private send(reply: FastifyReply, { token = '', ...fields }: SetUpFields, refused?: RefusedField): void {
    const values = { ...fields, ...(this.config.setUpToken === undefined ? {} : { token }) };
    const forms = { setUp: personForm(values, refused) };
    const zones = { timeZones: TIME_ZONES, takesTimeZone: refused === undefined };
    this.pages.send(reply, 'set-up', { title: say('signIn.welcome'), forms, wait: refused?.wait }, zones);
  }
}

/** Compares in a time that tells nothing. Without a token on the server, every one is right. */
function isRight(given = '', expected = given): boolean {
  return timingSafeEqual(hash('sha256', expected, 'buffer'), hash('sha256', given, 'buffer'));
}
