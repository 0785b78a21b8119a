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
export type { MemberOf, Principal, Settings } from './principal.js';
export type { ProfileRefusal } from './profile.js';
export { Sessions, type SessionToken, type Visit } from './sessions.js';
export { SetUp, type FirstAccount } from './set-up.js';
export { browserTokenOf } from './throttle/known-browsers.js';
export { Throttle, type TooManyTries } from './throttle/throttle.js';
export { triesFrom, triesOnAccount, type Guessable, type Tries } from './throttle/tries-of.js';
export { PasswordsBusyError } from './passwords/passwords-busy.error.js';
export { SignIn, type Credentials } from './sign-in.js';
