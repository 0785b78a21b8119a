import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** Somebody who was sent to the provider, and has not come back yet. */
export const identityFlows = defineEntity({
  name: 'IdentityFlow',
  tableName: 'identity_flows',
  properties: {
    id: p.uuid().primary(),
    stateHash: p.blob(),
    browserHash: p.blob(),
    codeVerifier: p.text(),
    nonce: p.text(),
    nextPath: p.text().nullable(),
    accountId: () => p.manyToOne(accounts).mapToPk().joinColumn('account_id').nullable(),
    expiresAt: p.datetime().defaultRaw(`clock_timestamp() + interval '10 minutes'`),
  },
});
