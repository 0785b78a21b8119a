import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AddPasskey, type BeginOutcome, type NewPasskey } from '#libs/accounts';
import { Needs, principalOf } from '../../access/index.js';
import { Fields } from '../../forms/plain-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { typed } from '../../forms/posted-form.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { say } from '../../locales/index.js';
import { refusedField, type RefusedField } from '../person-form.js';
import { PersonPages } from '../person-pages.js';
import { visitOf } from '../visit.js';
import { waitField } from '../wait-field.js';
import { newPasskeyAnswer } from './passkey-fields.js';
import { PasskeysPage } from './passkeys.page.js';
import { siteOf } from './site.js';
import { passkeyRefusalWords } from './words.js';

interface TypedPasskey {
  readonly name: string;
  readonly password?: string | undefined;
}

type Options = Extract<BeginOutcome, { outcome: 'begun' }>['options'];

/** Adding a passkey: its name, perhaps the password; then the browser asks for a finger or a PIN. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/passkeys')
export class NewPasskeyController {
  constructor(
    private readonly adding: AddPasskey,
    private readonly page: PasskeysPage,
    private readonly pages: PersonPages,
  ) {}

  @PostForm('begin')
  async begin(
    @Fields({ name: typed, password: z.string().optional() }) fields: TypedPasskey,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, password = '' } = fields;
    const begun = await this.adding.begin(
      principalOf(reply.request),
      { name, password },
      siteAndAddress(reply),
    );
    if (begun.outcome === 'begun') this.sendOptions(reply, name, begun.options);
    else await this.page.send(reply, { name, refused: refusalOf(begun) });
  }

  @PostForm()
  async finish(
    @Fields({ name: typed, answer: newPasskeyAnswer }) fields: NewPasskey,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isAdded = await this.adding.finish(principalOf(reply.request), fields, siteAndAddress(reply));
    const refused = { field: 'name', error: say('credentials.passkey-not-added') };
    if (isAdded) await this.pages.redirect(reply, '/account/passkeys');
    else await this.page.send(reply, { name: fields.name, refused });
  }

  private sendOptions(reply: FastifyReply, name: string, options: Options): void {
    const page = { title: say('credentials.new-passkey'), current: 'account' } as const;
    this.pages.send(reply, 'new-passkey', page, { name, options: JSON.stringify(options) });
  }
}

function refusalOf(begun: Exclude<BeginOutcome, { outcome: 'begun' }>): RefusedField {
  return begun.outcome === 'refused'
    ? refusedField(begun.refusal, passkeyRefusalWords(begun.refusal))
    : waitField('password', begun);
}

function siteAndAddress({ request }: FastifyReply) {
  return { ...siteOf(request), address: visitOf(request).address };
}
