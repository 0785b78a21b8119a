import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** A browser in which somebody has signed in before. */
export const knownBrowsers = defineEntity({
  name: 'KnownBrowser',
  tableName: 'known_browsers',
  properties: {
    /** SHA-256 of what only the browser has. */
    tokenHash: p.blob().primary(),
    accountId: () => p.manyToOne(accounts).primary().mapToPk().joinColumn('account_id'),
    signedInAt: p.datetime().onCreate(() => new Date()),
  },
});
