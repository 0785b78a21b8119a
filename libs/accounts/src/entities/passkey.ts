import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** A key pair of which the private half stays in a device, or with whoever keeps somebody's passwords (WebAuthn). */
export const passkeys = defineEntity({
  name: 'Passkey',
  tableName: 'passkeys',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(accounts).mapToPk().joinColumn('account_id'),
    /** In base64url. */
    credentialId: p.text(),
    publicKey: p.blob(),
    /** Of signatures; 0 for those that do not count. */
    counter: p.bigint('number'),
    /** How browsers reach it. */
    transports: p.array(),
    name: p.text(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    lastUsedAt: p.datetime().nullable(),
  },
});
