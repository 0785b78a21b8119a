import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** What a link is for. */
export type LinkPurpose = 'reset';

/** A link that somebody can follow once, until it expires by the database's clock. */
export const accountLinks = defineEntity({
  name: 'AccountLink',
  tableName: 'account_links',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(accounts).mapToPk().joinColumn('account_id'),
    /** SHA-256 of the token in its address. */
    tokenHash: p.blob(),
    purpose: p.text().$type<LinkPurpose>(),
    email: p.text().nullable(),
    expiresAt: p.datetime().defaultRaw(`now() + interval '1 hour'`),
    usedAt: p.datetime().nullable(),
  },
});
