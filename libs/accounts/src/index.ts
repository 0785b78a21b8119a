/**
 * People: accounts, the workspaces that they are members of, where they are signed in, and what is recorded of it. It knows
 * no to-do. None of it is in the log, so that it can be erased; rights are read from here, never from a projection.
 */
export { AccountsModule } from './accounts.module.js';
export { THEMES } from './entities/account.js';
export { ROLES, type Role } from './entities/membership.js';
export { FindHome } from './find-home.js';
export { FindNames } from './find-names.js';
export { FindPrincipal } from './find-principal.js';
export { AcceptInvitation } from './invitations/accept-invitation.js';
export type { Invitation, InvitationRefusal } from './invitations/invitation.js';
export {
  INVITATION_DAYS,
  Invitations,
  type NewInvitation,
  type OpenInvitation,
} from './invitations/invitations.js';
export type { MemberOf, Principal, Settings } from './principal.js';
export type { Profile, ProfileRefusal } from './profile.js';
export { Sessions, type SessionToken, type Visit } from './sessions.js';
export { SetUp, type FirstAccount } from './set-up.js';
export { SignIn, type Credentials } from './sign-in.js';
export { SignUp } from './sign-up.js';
export { EraseOwnWorkspace } from './workspaces/erase-own-workspace.js';
export { Members, type Member, type MemberOutcome } from './workspaces/members.js';
export { SharedWorkspaces, type NameRefusal } from './workspaces/shared-workspaces.js';
