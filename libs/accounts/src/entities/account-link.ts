import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** What a link is for. */
export type LinkPurpose = 'reset' | 'e-mail';

/** A link that does one thing with an account, once, to whoever has it. */
export const accountLinks = defineEntity({
  name: 'AccountLink',
  tableName: 'account_links',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(accounts).mapToPk().joinColumn('account_id'),
    /** SHA-256 of the secret in the address. */
    tokenHash: p.blob(),
    purpose: p.text().$type<LinkPurpose>(),
    /** The one that the account will have. */
    email: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    expiresAt: p.datetime().defaultRaw(`clock_timestamp() + interval '1 hour'`),
    usedAt: p.datetime().nullable(),
  },
});
