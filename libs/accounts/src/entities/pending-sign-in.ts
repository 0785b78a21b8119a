import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** Somebody has typed the right password, and a code is still to come. */
export const pendingSignIns = defineEntity({
  name: 'PendingSignIn',
  tableName: 'pending_sign_ins',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(accounts).mapToPk().joinColumn('account_id'),
    /** SHA-256 of the token, which only the browser has. */
    tokenHash: p.blob(),
    /** Wrong codes. */
    failures: p.smallint(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
