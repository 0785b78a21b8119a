import { Controller, Get, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ApiTokens, FindWorkspaces, TOKEN_ACCESS, type TokenAccess } from '#libs/accounts';
import { Needs, principalOf } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { Id, typed } from '../forms/posted-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import type { TokensView } from '../views/index.js';
import { personForm, refusedField, type RefusedField } from './person-form.js';
import { PersonPages } from './person-pages.js';
import { DAYS, tokenChoices, tokenRefusalWords } from './token-words.js';
import { ShownOnce } from './shown-once.js';
import { tokenRows } from './token-rows.js';

interface TokenFields {
  readonly name: string;
  readonly access: TokenAccess;
  readonly which: 'all' | 'chosen';
  readonly workspaces: readonly string[];
  readonly days: (typeof DAYS)[number];
}

const FIELDS = {
  name: typed,
  access: z.enum(TOKEN_ACCESS),
  which: z.enum(['all', 'chosen']),
  // A checkbox that is alone comes alone, and those that are not checked do not come.
  workspaces: z.preprocess((sent) => [sent ?? []].flat(), z.array(z.uuid().toLowerCase()).max(1_000)),
  days: z.enum(DAYS),
};

const EMPTY: TokenFields = { name: '', access: 'read', which: 'all', workspaces: [], days: '90' };

interface Shown {
  readonly fields?: TokenFields;
  readonly refused?: RefusedField;
  readonly made?: TokensView['made'] | undefined;
}

const madeOnce = new ShownOnce(
  'token',
  z.object({ name: z.string(), token: z.string(), expiresAt: z.coerce.date() }),
);

/** The tokens of somebody, with which programs ask in their name. */
@Needs('account')
@ReadsFrom('none')
@Controller('account/tokens')
export class TokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly workspaces: FindWorkspaces,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, { made: madeOnce.take(reply) });
  }

  /** The token is in no address, and nowhere that a later page could show it from. */
  @PostForm()
  async create(@Fields(FIELDS) fields: TokenFields, @Res() reply: FastifyReply): Promise<void> {
    const own = principalOf(reply.request);
    const { name, access, days, which, workspaces } = fields;
    const workspaceIds = which === 'all' ? null : workspaces;
    const done = await this.tokens.create(own, { name, access, workspaceIds, days: Number(days) });
    if (done.outcome === 'done') {
      madeOnce.keep(reply, { name: name.trim(), token: done.token, expiresAt: done.expiresAt });
      await this.pages.redirect(reply, '/account/tokens');
    } else
      await this.send(reply, {
        fields,
        refused: refusedField(done.refusal, tokenRefusalWords(done.refusal)),
      });
  }

  @PostForm(':tokenId/revoke')
  async revoke(@Id('tokenId') tokenId: string, @Res() reply: FastifyReply): Promise<void> {
    if (!(await this.tokens.revoke(principalOf(reply.request).accountId, tokenId)))
      throw new NotFoundException();
    await this.pages.redirect(reply, '/account/tokens');
  }

  private async send(reply: FastifyReply, { fields = EMPTY, refused, made }: Shown): Promise<void> {
    const principal = principalOf(reply.request);
    const [tokens, own] = await Promise.all([
      this.tokens.list(principal.accountId),
      this.workspaces.find(principal),
    ]);
    const values = { ...fields, workspaces: '' };
    const forms = { token: personForm(values, refused) };
    this.pages.send(
      reply,
      'account-tokens',
      { title: say('account.tokens'), current: 'account', forms },
      {
        tokens: tokenRows(tokens, own),
        workspaces: own.map((each) => ({ ...each, isChosen: fields.workspaces.includes(each.id) })),
        choices: tokenChoices(),
        ...(made === undefined ? {} : { made }),
      },
    );
  }
}
