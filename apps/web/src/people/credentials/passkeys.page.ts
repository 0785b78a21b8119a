import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AddPasskey, ConfirmPassword, Passkeys, type OwnPasskey } from '#libs/accounts';
import { principalOf } from '../../access/index.js';
import { say } from '../../locales/index.js';
import { personForm, type RefusedField } from '../person-form.js';
import { PersonPages } from '../person-pages.js';
import { canHavePasskeys } from './site.js';

/** What was refused about one of the passkeys. */
export interface RefusedRow {
  readonly passkeyId: string;
  /** What was typed; else the name that it has. */
  readonly value?: string;
  readonly error: string;
}

interface Adding {
  readonly name: string;
  readonly refused: RefusedField;
}

/** Somebody's passkeys, with what was refused on the page. */
@Injectable()
export class PasskeysPage {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly adding: AddPasskey,
    private readonly confirming: ConfirmPassword,
    private readonly pages: PersonPages,
  ) {}

  async send(reply: FastifyReply, refused?: Refused): Promise<void> {
    const own = principalOf(reply.request);
    const [found, isFresh, hasPassword] = await Promise.all([
      this.passkeys.of(own.accountId),
      this.adding.isFresh(own),
      this.confirming.hasPassword(own.accountId),
    ]);
    const rows = found.map((passkey) => ({ ...passkey, field: fieldOf(passkey, refused) }));
    const forms = {
      addPasskey: addingForm(isFresh, refused),
      rows: Object.fromEntries(rows.map(({ id, field }) => [id, field])),
    };
    const can = { isPossible: canHavePasskeys(reply.request), mayAdd: isFresh || hasPassword };
    const wait = refused !== undefined && 'refused' in refused ? refused.refused.wait : undefined;
    const page = { title: say('credentials.passkeys'), current: 'account', forms, wait } as const;
    this.pages.send(reply, 'passkeys', page, { passkeys: rows, ...can });
  }
}

type Refused = RefusedRow | Adding | undefined;

/** Who has just signed in need not type the password. */
function addingForm(isFresh: boolean, refused: Refused) {
  const adding = refused !== undefined && 'name' in refused ? refused : undefined;
  return personForm({ name: adding?.name ?? '', ...(isFresh ? {} : { password: '' }) }, adding?.refused);
}

function fieldOf({ id, name }: OwnPasskey, refused: Refused) {
  const field = { id: `name-${id}`, name: 'name', value: name };
  if (refused === undefined || !('passkeyId' in refused) || refused.passkeyId !== id) return field;
  return { ...field, value: refused.value ?? name, error: refused.error };
}
