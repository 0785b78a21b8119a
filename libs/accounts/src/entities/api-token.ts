import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';

export const TOKEN_ACCESS = ['read', 'write'] as const;
/** To write is to read as well. */
export type TokenAccess = (typeof TOKEN_ACCESS)[number];

/** With what a program asks in the name of somebody. */
export const apiTokens = defineEntity({
  name: 'ApiToken',
  tableName: 'api_tokens',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(accounts).mapToPk().joinColumn('account_id'),
    name: p.text(),
    /** SHA-256 of the token, which only its holder has. */
    tokenHash: p.blob(),
    access: p.text().$type<TokenAccess>(),
    /** Null for all workspaces of its owner, also those to come. */
    workspaceIds: p.array().columnType('uuid[]').$type<string[]>().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
    expiresAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
  },
});
