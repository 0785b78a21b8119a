import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '../audit.js';
import { apiTokens, type TokenAccess } from '../entities/api-token.js';
import { memberships } from '../entities/membership.js';
import { PeopleStore } from '../people-store.js';
import { parseName, type NameRefusal } from '../profile.js';
import { requireSession } from '../require-session.js';
import { hashOfSecret, newSecret } from '../secret.js';
import type { SessionOf } from '../sessions.js';

/** So that whoever finds a token, and every program that looks for secrets, knows what it is. */
export const TOKEN_PREFIX = 'gbz_';

/** Far more than anybody has programs. */
const MOST = 50;

const DAY = 24 * 60 * 60 * 1_000;

export interface NewToken {
  readonly name: string;
  readonly access: TokenAccess;
  /** Null for all workspaces of its owner, also those to come. */
  readonly workspaceIds: readonly string[] | null;
  readonly days: number;
}

/** A token as it is listed: without what only its holder has. */
export interface ListedToken extends Omit<NewToken, 'days'> {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

export type TokenRefusal = NameRefusal | 'name-one-too-many' | 'workspaces-none' | 'workspaces-foreign';

export type TokenOutcome =
  | { readonly outcome: 'done'; readonly token: string; readonly expiresAt: Date }
  | { readonly outcome: 'refused'; readonly refusal: TokenRefusal };

/** The tokens of somebody, with which programs ask in their name. */
@Injectable()
export class ApiTokens {
  constructor(private readonly store: PeopleStore) {}

  async list(accountId: string): Promise<readonly ListedToken[]> {
    const found = await this.store.manager.find(apiTokens, { accountId }, { orderBy: { id: 'desc' } });
    return found.map(({ id, name, access, workspaceIds = null, createdAt, expiresAt, lastUsedAt = null }) => {
      return { id, name, access, workspaceIds, createdAt, expiresAt, lastUsedAt };
    });
  }

  /** What it answers is known to nobody afterwards but whom it is told to. */
  async create(own: SessionOf, asked: NewToken): Promise<TokenOutcome> {
    const { accountId } = own;
    const name = parseName(asked.name);
    if (!name.ok) return { outcome: 'refused', refusal: name.refusal };
    const { access, workspaceIds, days } = asked;
    return await this.store.change(async (manager) => {
      await requireSession(manager, own);
      const theirs = await manager.find(memberships, { accountId });
      const refusal = refusalOf(workspaceIds, new Set(theirs.map(({ workspaceId }) => workspaceId)));
      if (refusal !== undefined) return { outcome: 'refused', refusal };
      if ((await manager.count(apiTokens, { accountId })) >= MOST)
        return { outcome: 'refused', refusal: 'name-one-too-many' };
      const [id, token] = [uuidv7(), TOKEN_PREFIX + newSecret()];
      const expiresAt = new Date(Date.now() + days * DAY);
      manager.create(apiTokens, {
        id,
        accountId,
        name: name.text,
        tokenHash: hashOfSecret(token),
        access,
        workspaceIds: workspaceIds === null ? null : [...workspaceIds],
        expiresAt,
        lastUsedAt: null,
      });
      audit(manager, {
        what: 'token-created',
        actorId: accountId,
        accountId,
        details: { tokenId: id, access },
      });
      return { outcome: 'done', token, expiresAt };
    });
  }

  /** It is worth nothing from now on. @returns false when they have no such token */
  async revoke(accountId: string, id: string): Promise<boolean> {
    return await this.store.change(async (manager) => {
      const revoked = await manager.nativeDelete(apiTokens, { id, accountId });
      if (revoked > 0)
        audit(manager, { what: 'token-revoked', actorId: accountId, accountId, details: { tokenId: id } });
      return revoked > 0;
    });
  }
}

function refusalOf(
  asked: readonly string[] | null,
  own: ReadonlySet<string>,
): Extract<TokenRefusal, `workspaces-${string}`> | undefined {
  if (asked?.length === 0) return 'workspaces-none';
  else return asked?.every((id) => own.has(id)) === false ? 'workspaces-foreign' : undefined;
}
