import type { LANGUAGES, THEMES } from './entities/account.js';
import type { TokenAccess } from './entities/api-token.js';
import type { Role } from './entities/membership.js';

/** Who asks: one type, however they have shown who they are. */
export type Principal = SignedIn | TokenHolder;

interface Known {
  readonly accountId: string;
  readonly name: string;
  readonly isInstanceOwner: boolean;
  readonly settings: Settings;
  /** The one that was asked for, if they are a member of it. */
  readonly workspace: MemberOf | undefined;
}

/** Somebody in a browser. */
export interface SignedIn extends Known {
  readonly sessionId: string;
  readonly token?: undefined;
}

/** A program that asks in the name of somebody. */
export interface TokenHolder extends Known {
  readonly sessionId?: undefined;
  readonly token: TokenScope;
}

/** What a token is good for. Its holder may do what its owner may, and no more than this. */
export interface TokenScope {
  readonly id: string;
  readonly name: string;
  readonly access: TokenAccess;
  /** Null for all that its owner is a member of. */
  readonly workspaceIds: readonly string[] | null;
  readonly expiresAt: Date;
}

export interface MemberOf {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** How somebody wants pages to be. */
export interface Settings {
  readonly language: (typeof LANGUAGES)[number];
  readonly timeZone: string;
  readonly firstDay: number;
  readonly theme: (typeof THEMES)[number];
  readonly letterKeys: boolean;
  readonly showsPresence: boolean;
}
