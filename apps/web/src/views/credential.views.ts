import type { SecondFactorState } from '#libs/accounts';
import type { Field } from './page.view.js';

/** The pages about what people sign in with. */
export interface CredentialViews {
  readonly sessions: SessionsView;
  readonly password: PasswordView;
  readonly 'second-factor': SecondFactorView;
  readonly 'recovery-codes': RecoveryCodesView;
  readonly 'second-step': SecondStepView;
  readonly passkeys: PasskeysView;
  readonly 'new-passkey': NewPasskeyView;
}

interface SessionsView {
  readonly sessions: readonly SessionRow[];
  readonly hasOthers: boolean;
}

interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly place: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  /** In which its reader reads it. */
  readonly isThis: boolean;
}

interface PasswordView {
  /** Just now. */
  readonly isChanged: boolean;
  /** That are good for as much as before. */
  readonly tokens: readonly {
    readonly id: string;
    readonly name: string;
    readonly lastUsedAt: Date | null;
  }[];
}

interface SecondFactorView {
  readonly hasPassword: boolean;
  readonly factor: SecondFactorState & { readonly qr?: { readonly size: number; readonly path: string } };
}

interface RecoveryCodesView {
  /** Shown this once. */
  readonly codes: readonly string[];
}

interface SecondStepView {
  /** The page that its reader wanted to see: a path inside the app. */
  readonly next?: string;
}

interface PasskeysView {
  readonly passkeys: readonly PasskeyRow[];
  /** The address of the app is one that browsers make passkeys for. */
  readonly isPossible: boolean;
  /** With a password, or because its reader has just signed in. */
  readonly mayAdd: boolean;
}

interface PasskeyRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  /** Its name. */
  readonly field: Field;
}

interface NewPasskeyView {
  readonly name: string;
  /** For the browser, as JSON. */
  readonly options: string;
}
