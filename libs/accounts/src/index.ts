/**
 * People: accounts, the workspaces that they are members of, where they are signed in, and what is recorded of it. It knows
 * no to-do. None of it is in the log, so that it can be erased; rights are read from here, never from a projection.
 */
export { AccountsModule } from './accounts.module.js';
export { ChangeProfile, LANGUAGES, type Profile } from './change-profile.js';
export { DeleteAccount, type Confirmation, type Obstacles, type OwnedAlone } from './delete-account.js';
export { THEMES } from './entities/account.js';
export { TOKEN_ACCESS, type TokenAccess } from './entities/api-token.js';
export { ROLES, type Role } from './entities/membership.js';
export { FindHome } from './find-home.js';
export { FindNames } from './find-names.js';
export { FindPrincipal } from './find-principal.js';
export { FindWorkspaces } from './find-workspaces.js';
export type { MemberOf, Principal, Settings, SignedIn, TokenScope } from './principal.js';
export type { ProfileRefusal } from './profile.js';
export { Sessions, type SessionToken, type Visit } from './sessions.js';
export { SetUp, type FirstAccount } from './set-up.js';
export { SignIn, type Credentials } from './sign-in.js';
export {
  ApiTokens,
  TOKEN_PREFIX,
  type ListedToken,
  type NewToken,
  type TokenRefusal,
} from './tokens/api-tokens.js';
export { FindTokenHolder } from './tokens/find-token-holder.js';
