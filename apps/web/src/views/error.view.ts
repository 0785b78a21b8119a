export interface ErrorView {
  readonly status: number;
  readonly heading: string;
  readonly message: string;
  readonly requestId?: string;
  /** What the user typed, to be copied by hand if all else fails. */
  readonly kept?: readonly { readonly label: string; readonly value: string }[];
  readonly retry?: RetryForm;
  /** Where its reader can sign in, who has to: a path inside the app. */
  readonly signIn?: string;
  /** Whether the same address may have an answer in a moment. */
  readonly reload: boolean;
}

/** Posts the same again, its own `commandId` among the fields, so that nothing is done twice. */
export interface RetryForm {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}
