import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

/** Somebody as a provider of OpenID Connect knows them: a way to sign in. */
export const identities = defineEntity({
  name: 'Identity',
  tableName: 'identities',
  properties: {
    issuer: p.text().primary(),
    /** What the provider calls them: it is never given to somebody else, as an e-mail address may be. */
    subject: p.text().primary(),
    accountId: () => p.manyToOne(accounts).mapToPk().joinColumn('account_id'),
    email: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});

/** An identity that somebody has shown to be theirs, until they say that they want to sign in with it. */
export const identityOffers = defineEntity({
  name: 'IdentityOffer',
  tableName: 'identity_offers',
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.blob(),
    accountId: () => p.manyToOne(accounts).mapToPk().joinColumn('account_id'),
    issuer: p.text(),
    subject: p.text(),
    email: p.text().nullable(),
    expiresAt: p.datetime().defaultRaw(`clock_timestamp() + interval '10 minutes'`),
  },
});
