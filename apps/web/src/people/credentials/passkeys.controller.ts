import { Controller, Get, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Passkeys } from '#libs/accounts';
import { Needs, principalOf } from '../../access/index.js';
import { Fields } from '../../forms/plain-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { Id, typed } from '../../forms/posted-form.js';
import { ReadsFrom } from '../../http/reads-from.js';
import { say } from '../../locales/index.js';
import { PersonPages } from '../person-pages.js';
import { visitOf } from '../visit.js';
import { PasskeysPage } from './passkeys.page.js';
import { passkeyRefusalWords } from './words.js';

const PATH = '/account/passkeys';

/** The passkeys of somebody who is signed in. */
@Needs('account')
@ReadsFrom('primary')
@Controller('account/passkeys')
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly page: PasskeysPage,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.page.send(reply);
  }

  @PostForm(':passkeyId/rename')
  async rename(
    @Id('passkeyId') passkeyId: string,
    @Fields({ name: typed }) { name }: { readonly name: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { accountId } = principalOf(reply.request);
    const outcome = await this.passkeys.rename({ accountId, passkeyId }, name);
    if (outcome === 'not-there') throw new NotFoundException();
    else if (outcome === 'done') await this.pages.redirect(reply, PATH);
    else await this.page.send(reply, { passkeyId, value: name, error: passkeyRefusalWords(outcome) });
  }

  @PostForm(':passkeyId/remove')
  async remove(@Id('passkeyId') passkeyId: string, @Res() reply: FastifyReply): Promise<void> {
    const { accountId } = principalOf(reply.request);
    const outcome = await this.passkeys.remove({ accountId, passkeyId }, visitOf(reply.request).address);
    if (outcome === 'not-there') throw new NotFoundException();
    else if (outcome === 'done') await this.pages.redirect(reply, PATH);
    else await this.page.send(reply, { passkeyId, error: say('credentials.passkey-is-last') });
  }
}
