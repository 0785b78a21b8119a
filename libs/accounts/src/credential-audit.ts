/** What is recorded about what people sign in with. */
export type CredentialAudited =
  | 'session-ended'
  | 'other-sessions-ended'
  | 'password-set'
  | 'password-changed'
  | 'password-wrong'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'second-factor-wrong'
  | 'recovery-code-used'
  | 'recovery-codes-made'
  | 'passkey-added'
  | 'passkey-removed'
  | 'passkey-used';
