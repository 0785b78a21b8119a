/** The provider with which people can sign in. */
export interface OidcView {
  readonly name: string;
  /** Whole addresses: the provider sends people back to one host only. */
  readonly begin: string;
  readonly connect: string;
}

/** A page that says one thing, and where to go from there. */
export interface MessageView {
  readonly heading: string;
  readonly text: string;
  /** Paths inside the app. */
  readonly ways: readonly { readonly path: string; readonly label: string }[];
}

export interface ForgottenView {
  /** Whether mails can be sent; else whoever runs the server makes a link. */
  readonly hasMail: boolean;
  readonly isSent: boolean;
}

export interface ResetView {
  /** Of the form: a path inside the app. */
  readonly action: string;
}

export interface AccountEmailView {
  readonly present: string;
  readonly hasMail: boolean;
  readonly isAsked: boolean;
  readonly isChanged: boolean;
}

export interface EmailConfirmView extends ResetView {
  readonly name: string;
  readonly email: string;
}

export interface ConnectionsView {
  readonly oidc?: OidcView;
  readonly connections: readonly ConnectionRow[];
}

interface ConnectionRow {
  readonly issuer: string;
  readonly subject: string;
  readonly email?: string;
}

export interface ConnectionOfferView extends ResetView {
  readonly provider: string;
  readonly name: string;
  readonly email?: string;
}
