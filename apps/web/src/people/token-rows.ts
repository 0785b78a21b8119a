import type { ListedToken, MemberOf } from '#libs/accounts';
import type { TokenRow } from '../views/index.js';

/** A workspace that its owner is no member of any more: the token is worth nothing there. */
const LEFT = 'a workspace that you have left';

export function tokenRows(tokens: readonly ListedToken[], own: readonly MemberOf[]): readonly TokenRow[] {
  const names = new Map(own.map(({ id, name }) => [id, name]));
  return tokens.map(({ workspaceIds, ...token }) => ({
    ...token,
    isExpired: token.expiresAt <= new Date(),
    ...(workspaceIds === null ? {} : { workspaceNames: workspaceIds.map((id) => names.get(id) ?? LEFT) }),
  }));
}
