import type { OidcView } from './way-in.views.js';

/** The pages about people. Their forms are in `forms` of the page, as on every page. */
export interface SetUpView {
  /** All that there are. */
  readonly timeZones: readonly string[];
  /** Nobody has chosen one: it may be taken from the browser. */
  readonly takesTimeZone: boolean;
}

export interface SignInView {
  /** The page that its reader wanted to see: a path inside the app. */
  readonly next?: string;
  /** Somebody else has set up the installation meanwhile. */
  readonly isLate: boolean;
  /** There is an account with the address that was typed: a new one, or one that was there before. */
  readonly hasSignedUp: boolean;
  readonly maySignUp: boolean;
  /** Why it has to be done once more. */
  readonly again?: string;
  /** Its reader has just set a new password. */
  readonly isReset: boolean;
  readonly oidc?: OidcView;
}

export interface AccountView {
  readonly name: string;
}
