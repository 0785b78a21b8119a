/** Who may do what: the one place where it is found out, and what routes say of it. */
export { AccessGuard } from './access.guard.js';
export { memberOf, principalOf, type Member } from './member.js';
export { inWorkspace, may, Needs, NEEDS, type Access, type Right } from './needs.js';
export { requireDeclarations } from './require-declarations.js';
export { browserTokens, forgetSession, rememberSession } from './session-cookie.js';
export { SignInNeededError } from './sign-in-needed.error.js';
