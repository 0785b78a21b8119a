import type { OidcView } from './way-in.views.js';

/** The pages about people. Their forms are in `forms` of the page, as on every page. */
export interface SetUpView {
  /** All that there are. */
  readonly timeZones: readonly string[];
}

export interface SignInView {
  /** The page that its reader wanted to see: a path inside the app. */
  readonly next?: string;
  /** Somebody else has set up the installation meanwhile. */
  readonly isLate: boolean;
  /** Its reader has just set a new password. */
  readonly isReset: boolean;
  readonly oidc?: OidcView;
}

export interface AccountView {
  readonly name: string;
}
