import type { ListedToken, MemberOf } from '#libs/accounts';
import { say } from '../locales/index.js';
import type { TokenRow } from '../views/index.js';

export function tokenRows(tokens: readonly ListedToken[], own: readonly MemberOf[]): readonly TokenRow[] {
  const names = new Map(own.map(({ id, name }) => [id, name]));
  // Their owner may be no member of a workspace any more: a token is worth nothing there.
  const nameOf = (id: string) => names.get(id) ?? say('account.left-workspace');
  return tokens.map(({ workspaceIds, ...token }) => ({
    ...token,
    isExpired: token.expiresAt <= new Date(),
    ...(workspaceIds === null ? {} : { workspaceNames: workspaceIds.map(nameOf) }),
  }));
}
