import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { audit } from './audit.js';
import { knownBrowsers } from './entities/known-browser.js';
import { sessions } from './entities/session.js';
import { PeopleStore } from './people-store.js';
import { hashOfSecret, newSecret } from './secret.js';
import { IS_LIVE } from './session-life.js';
import { browserTokenOf, IS_REMEMBERED } from './throttle/known-browsers.js';

/** The browser that somebody signs in with. */
export interface Visit {
  /** What it says of itself: a User-Agent. */
  readonly device: string;
  /** Of the network. */
  readonly address: string;
  /** What it is known again by, if somebody has signed in with it before. */
  readonly browserTokens?: readonly string[];
}

/** What the browser keeps, and nobody else. */
export interface SessionToken {
  readonly token: string;
}

/** Somebody's session. */
export interface SessionOf {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Where people are signed in. */
@Injectable()
export class Sessions {
  constructor(private readonly store: PeopleStore) {}

  /** Signs somebody in, in a unit of work that is under way. */
  async begin(manager: EntityManager, accountId: string, { device, address }: Visit): Promise<SessionToken> {
    await removeOver(manager, accountId);
    const token = newSecret();
    manager.create(sessions, {
      id: uuidv7(),
      accountId,
      tokenHash: hashOfSecret(token),
      device,
      address,
      workspaceId: null,
    });
    manager.create(knownBrowsers, { tokenHash: hashOfSecret(browserTokenOf(token)), accountId });
    audit(manager, { what: 'signed-in', actorId: accountId, accountId, address });
    return { token };
  }

  /** Signs out of this one. */
  async end({ accountId, sessionId }: SessionOf): Promise<void> {
    await this.store.change(async (manager) => {
      const ended = await manager.nativeDelete(sessions, { id: sessionId, accountId });
      if (ended > 0) audit(manager, { what: 'signed-out', actorId: accountId, accountId });
    });
  }

  /** Ends one of somebody's sessions. @returns false when they have no such session */
  async endOne({ accountId, sessionId }: SessionOf, address: string): Promise<boolean> {
    return await this.store.change(async (manager) => {
      const ended = await manager.nativeDelete(sessions, { id: sessionId, accountId });
      if (ended > 0) audit(manager, { what: 'session-ended', actorId: accountId, accountId, address });
      return ended > 0;
    });
  }

  /** Signs somebody out everywhere but here. */
  async endOthers(own: SessionOf, address: string): Promise<void> {
    await this.store.change(async (manager) => {
      const ended = await endOthers(manager, own);
      const { accountId } = own;
      const details = { count: String(ended) };
      audit(manager, { what: 'other-sessions-ended', actorId: accountId, accountId, address, details });
    });
  }
}

const KEPT = [
  ['sessions', 's', IS_LIVE],
  ['known_browsers', 'b', IS_REMEMBERED],
] as const;

/** What nobody is signed in with any more, or known again by: it makes room for what is new. */
async function removeOver(manager: EntityManager, accountId: string): Promise<void> {
  for (const [table, row, isKept] of KEPT) {
    await manager.execute(
      `delete from ${table} where ctid in (
         select ctid from ${table} ${row} where ${row}.account_id = ? and not (${isKept}) for update skip locked)`,
      [accountId],
    );
  }
}

/** @returns how many there were */
export async function endOthers(manager: EntityManager, { accountId, sessionId }: SessionOf) {
  return await manager.nativeDelete(sessions, { accountId, id: { $ne: sessionId } });
}
