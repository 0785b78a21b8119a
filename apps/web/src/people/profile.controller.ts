import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ChangeProfile, LANGUAGES, THEMES, type ChangedProfile } from '#libs/accounts';
import { Needs, principalOf } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { personForm, refusedField, type RefusedField } from './person-form.js';
import { PersonPages } from './person-pages.js';
import { DAYS_OF_WEEK, profileChoices } from './profile-words.js';
import { timeZonesWith } from './time-zones.js';

/** One that is not checked does not come. */
const checkbox = z
  .literal('on')
  .optional()
  .transform((sent) => sent === 'on');

const FIELDS = {
  name: typed,
  language: z.enum(LANGUAGES),
  timeZone: typed,
  firstDay: z.enum(DAYS_OF_WEEK).transform(Number),
  theme: z.enum(THEMES),
  letterKeys: checkbox,
  showsPresence: checkbox,
};

interface Shown {
  readonly refused?: RefusedField;
  readonly isSaved?: boolean;
}

/** What somebody is called, and how they want pages to be. */
@Needs('account')
@ReadsFrom('none')
@Controller('account/profile')
export class ProfileController {
  constructor(
    private readonly profile: ChangeProfile,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { name, settings } = principalOf(reply.request);
    const isSaved = queryOf(reply.request.query).saved !== undefined;
    await this.send(reply, { name, ...settings }, { isSaved });
  }

  @PostForm()
  async change(@Fields(FIELDS) profile: ChangedProfile, @Res() reply: FastifyReply): Promise<void> {
    const refusal = await this.profile.change(principalOf(reply.request).accountId, profile);
    if (refusal === undefined) await this.pages.redirect(reply, '/account/profile?saved=1');
    else await this.send(reply, profile, { refused: refusedField(refusal, say(`account.${refusal}`)) });
  }

  private async send(
    reply: FastifyReply,
    { letterKeys, showsPresence, firstDay, ...texts }: ChangedProfile,
    { refused, isSaved = false }: Shown,
  ): Promise<void> {
    const { accountId } = principalOf(reply.request);
    const isUnchosen = texts.timeZone === 'UTC' && !(await this.profile.hasChosenTimeZone(accountId));
    const forms = { profile: personForm({ ...texts, firstDay: String(firstDay) }, refused) };
    this.pages.send(
      reply,
      'account-profile',
      { title: say('account.profile'), current: 'account', forms },
      {
        choices: profileChoices(),
        letterKeys,
        showsPresence,
        timeZones: timeZonesWith(texts.timeZone),
        takesTimeZone: refused === undefined && isUnchosen,
        isSaved,
      },
    );
  }
}
