import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** A code on paper, for who has lost the app. It is removed when it is used. */
export const recoveryCodes = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_codes',
  properties: {
    accountId: () => p.manyToOne(accounts).primary().mapToPk().joinColumn('account_id'),
    codeHash: p.blob().primary(),
  },
});
