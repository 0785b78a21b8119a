import type { ListedToken, MemberOf } from '#libs/accounts';

/** One of several things that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface TokensView {
  readonly tokens: readonly TokenRow[];
  readonly workspaces: readonly (MemberOf & { readonly isChosen: boolean })[];
  readonly choices: Readonly<Record<'access' | 'days', readonly Choice[]>>;
  /** The one that has just been made: it is shown this time only. */
  readonly made?: { readonly name: string; readonly token: string; readonly expiresAt: Date };
}

export interface TokenRow extends Pick<ListedToken, 'id' | 'name' | 'access' | 'expiresAt' | 'lastUsedAt'> {
  readonly isExpired: boolean;
  /** Undefined for all. */
  readonly workspaceNames?: readonly string[];
}
