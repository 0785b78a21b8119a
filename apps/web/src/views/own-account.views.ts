import type { Confirmation, ListedToken, MemberOf, Obstacles } from '#libs/accounts';

/** One of several things that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** In which the label is written, when that is not the language of the page. */
  readonly lang?: string;
}

/** The pages on which people look after their own accounts. */
export interface ProfileView {
  readonly choices: Readonly<Record<'languages' | 'days' | 'themes', readonly Choice[]>>;
  readonly letterKeys: boolean;
  readonly showsPresence: boolean;
  /** All that there are. */
  readonly timeZones: readonly string[];
  /** Nobody has chosen one: it may be taken from the browser. */
  readonly takesTimeZone: boolean;
  readonly isSaved: boolean;
}

export interface DeleteAccountView extends Obstacles {
  readonly confirmation: Confirmation;
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
