import { Controller, Get, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SetUp, SignUp, type Profile } from '#libs/accounts';
import { Config } from '#libs/platform';
import { Needs } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { personForm, refusedField, type RefusedField } from '../people/person-form.js';
import { PersonPages } from '../people/person-pages.js';
import { TIME_ZONES } from '../people/time-zones.js';
import { visitOf } from '../people/visit.js';
import { waitField } from '../people/wait-field.js';
import { PROFILE_REFUSALS } from '../people/words.js';
import { INVITATION_REFUSALS } from './words.js';

const FIELDS = { name: typed, email: typed, password: typed, timeZone: typed };

const REFUSALS = { ...PROFILE_REFUSALS, ...INVITATION_REFUSALS };

/** For everybody, where SIGN_UP is open; elsewhere there is no such page. */
@Needs('everybody')
@ReadsFrom('none')
@Controller('sign-up')
export class SignUpController {
  constructor(
    private readonly signUp: SignUp,
    private readonly setUp: SetUp,
    private readonly pages: PersonPages,
    private readonly config: Config,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.requireOpen();
    this.send(reply, { name: '', email: '', password: '', timeZone: 'UTC' });
  }

  /**
   * A stranger must not learn who has an account: the answer is the same whether the address was free or not, and leads to
   * where one signs in with the password of the account that there is now.
   */
  @PostForm()
  async create(@Fields(FIELDS) profile: Profile, @Res() reply: FastifyReply): Promise<void> {
    await this.requireOpen();
    const done = await this.signUp.signUp(profile, visitOf(reply.request));
    if (done.outcome === 'too-often') {
      this.send(reply, profile, waitField('email', done));
    } else if (done.outcome === 'done' || done.refusal === 'email-taken') {
      await this.pages.redirect(reply, '/sign-in?signed-up=1');
    } else {
      this.send(reply, profile, refusedField(done.refusal, REFUSALS));
    }
  }

  /** The first account is made by the set-up, which owns the installation. */
  private async requireOpen(): Promise<void> {
    if (this.config.signUp !== 'open' || (await this.setUp.isNeeded())) throw new NotFoundException();
  }

  private send(reply: FastifyReply, profile: Profile, refused?: RefusedField): void {
    const forms = { signUp: personForm({ ...profile }, refused) };
    const zones = { timeZones: TIME_ZONES, takesTimeZone: refused === undefined };
    this.pages.send(reply, 'sign-up', { title: 'Create an account', forms, wait: refused?.wait }, zones);
  }
}
