/**
 * People: accounts, the workspaces that they are members of, where they are signed in, and what is recorded of it. It knows
 * no to-do. None of it is in the log, so that it can be erased; rights are read from here, never from a projection.
 */
export { AccountLinks } from './account-links.js';
export { AccountsModule } from './accounts.module.js';
export { EmailChange, type EmailChangeRefusal, type NewEmail } from './email-change.js';
export { THEMES } from './entities/account.js';
export { ROLES, type Role } from './entities/membership.js';
export { FindHome } from './find-home.js';
export { FindNames } from './find-names.js';
export { FindPrincipal } from './find-principal.js';
export { Connections, type Connection } from './identities/connections.js';
export { IdentityFlows, type IdentityFlow } from './identities/identity-flows.js';
export { IdentitySignIn, type IdentityRefusal } from './identities/identity-sign-in.js';
export type { ProvenIdentity } from './identities/proven-identity.js';
export type { MemberOf, Principal, Settings } from './principal.js';
export { parseEmail, type PasswordRefusal, type ProfileRefusal } from './profile.js';
export { ResetPassword } from './reset-password.js';
export { Sessions, type SessionToken, type Visit } from './sessions.js';
export { SetUp, type FirstAccount } from './set-up.js';
export { SignIn, type Credentials } from './sign-in.js';
