import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** A browser in which somebody is signed in. */
export const sessions = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(accounts).mapToPk().joinColumn('account_id'),
    /** SHA-256 of the token, which only the browser has. */
    tokenHash: p.blob(),
    /** What the browser says of itself: a User-Agent. */
    device: p.text(),
    /** From where it was signed in. */
    address: p.text(),
    /** Where its reader was last. */
    workspaceId: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    lastUsedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
