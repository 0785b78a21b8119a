/** Who may do what: the one place where it is found out, and what routes say of it. */
export { AccessGuard } from './access.guard.js';
export { NotAllowedError } from './not-allowed.error.js';
export { bearerToken } from './bearer-token.js';
export { Elsewhere } from './elsewhere.js';
export { askerOf, memberOf, principalOf, workspaceOf, type Member } from './member.js';
export { accessTo, inWorkspace, may, Needs, NEEDS, type Access, type Right } from './needs.js';
export { requireDeclarations } from './require-declarations.js';
export { browserTokens, forgetSession, rememberSession } from './session-cookie.js';
export { SignInNeededError } from './sign-in-needed.error.js';
export { hasRight } from './require-access.js';
export { shownBy, WhoAsks, type Shown } from './who-asks.js';
export { StrictCookie } from './strict-cookie.js';
export { TokenInAddressGuard } from './token-in-address.guard.js';
export { TokenNeededError } from './token-needed.error.js';
