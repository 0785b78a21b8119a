import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** The key of which an app reckons codes that change every 30 seconds (TOTP, RFC 6238). */
export const secondFactors = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factors',
  properties: {
    accountId: () => p.manyToOne(accounts).primary().mapToPk().joinColumn('account_id'),
    key: p.blob(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    /** Null until a right code was typed; it is not asked for before. */
    confirmedAt: p.datetime().nullable(),
    /** Of the last code that was taken. */
    lastStep: p.integer(),
    /** Wrong codes since the last right one. */
    failures: p.integer(),
    failedAt: p.datetime().nullable(),
  },
});
