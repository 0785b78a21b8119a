/**
 * People: accounts, the workspaces that they are members of, where they are signed in, and what is recorded of it. It knows
 * no to-do. None of it is in the log, so that it can be erased; rights are read from here, never from a projection.
 */
export { AccountLinks } from './account-links.js';
export { AccountsModule } from './accounts.module.js';
export { addAccount, type AddRefusal } from './admin/add-account.js';
export type { AccountRefusal, Outcome } from './admin/change-account.js';
export { disableAccount } from './admin/disable-account.js';
export { enableAccount } from './admin/enable-account.js';
export { linkAccount } from './admin/link-account.js';
export { listAccounts, type ListedAccount } from './admin/list-accounts.js';
export {
  listMembers,
  listWorkspaces,
  type ListedMember,
  type ListedWorkspace,
} from './admin/list-workspaces.js';
export { makeInstanceOwner } from './admin/make-instance-owner.js';
export { recordCommand } from './admin/record-command.js';
export { askedFrom } from './asked-from.js';
export type { Audited } from './audit.js';
export {
  AuditTrail,
  readAudit,
  type AuditPage,
  type AuditQuestion,
  type AuditRecord,
} from './audit-trail.js';
export { createAccountLink, resetPath } from './create-account-link.js';
export * from './credentials.js';
export { ChangeProfile, type ChangedProfile } from './change-profile.js';
export { DeleteAccount, type Confirmation, type Obstacles, type OwnedAlone } from './delete-account.js';
export { EmailChange, type CheckedEmail, type EmailChangeRefusal, type NewEmail } from './email-change.js';
export { LANGUAGES, THEMES } from './entities/account.js';
export { TOKEN_ACCESS, type TokenAccess } from './entities/api-token.js';
export { ROLES, type Role } from './entities/membership.js';
export { findByEmail } from './find-by-email.js';
export type { EndedAccess } from './end-access.js';
export { SignedOutError } from './require-session.js';
export { FindHome } from './find-home.js';
export { FindNames } from './find-names.js';
export { FindPrincipal } from './find-principal.js';
export { keptTables } from './kept-tables.js';
export { ACCOUNT_NEEDS } from './needs.js';
export { PeopleStore } from './people-store.js';
export { AcceptInvitation } from './invitations/accept-invitation.js';
export type { Invitation, InvitationRefusal } from './invitations/invitation.js';
export {
  INVITATION_DAYS,
  Invitations,
  type NewInvitation,
  type OpenInvitation,
} from './invitations/invitations.js';
export { hashPassword } from './passwords/argon2.js';
export type { Profile, ProfileRefusal } from './profile.js';
export { FindWorkspaces } from './find-workspaces.js';
export type { MemberOf, Principal, Settings, SignedIn, TokenScope } from './principal.js';
export { Connections, type Connection } from './identities/connections.js';
export { IdentityFlows, type IdentityFlow } from './identities/identity-flows.js';
export { IdentitySignIn, type IdentityRefusal } from './identities/identity-sign-in.js';
export type { ProvenIdentity } from './identities/proven-identity.js';
export type { Holder } from './holder.js';
export { parseEmail, type PasswordRefusal } from './profile.js';
export { ResetPassword } from './reset-password.js';
export { RIGHTS_CHANGED } from './rights-changed.js';
export { Sessions, type SessionToken, type Visit } from './sessions.js';
export { SET_UP_LOCK } from './set-up-lock.js';
export { SetUp, type FirstAccount } from './set-up.js';
export { browserTokenOf } from './throttle/known-browsers.js';
export { Throttle, type TooManyTries, type TooOften } from './throttle/throttle.js';
export { triesFrom, triesOnAccount, type Guessable, type Tries } from './throttle/tries-of.js';
export { PasswordsBusyError } from './passwords/passwords-busy.error.js';
export { Passwords } from './passwords/passwords.js';
export { SignIn, type Credentials } from './sign-in.js';
export { peopleTables } from './tables.js';
export { SignUp } from './sign-up.js';
export { EraseOwnWorkspace, type EraseOutcome } from './workspaces/erase-own-workspace.js';
export { Members, type Member, type MemberOutcome } from './workspaces/members.js';
export { SharedWorkspaces, type NameRefusal } from './workspaces/shared-workspaces.js';
export {
  ApiTokens,
  TOKEN_PREFIX,
  type ListedToken,
  type NewToken,
  type TokenRefusal,
} from './tokens/api-tokens.js';
export { FindTokenHolder } from './tokens/find-token-holder.js';
