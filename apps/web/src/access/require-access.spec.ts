import { describe, expect, it } from '@jest/globals';
import { ROLES, TOKEN_ACCESS, type Principal, type Role, type TokenAccess } from '#libs/accounts';
import type { Right } from './needs.js';
import { requireAccess } from './require-access.js';

const KNOWN = {
  accountId: 'mia',
  name: 'Mia',
  isInstanceOwner: true,
  settings: {
    language: 'en',
    timeZone: 'UTC',
    firstDay: 1,
    theme: 'system',
    letterKeys: true,
    showsPresence: true,
  },
} as const;

const asking = (role: Role, access?: TokenAccess): Principal => {
  const known = { ...KNOWN, workspace: { id: 'home', name: 'Home', role } };
  const scope = { id: 'backup', name: 'Backup', workspaceIds: null, expiresAt: new Date() };
  return access === undefined ? { ...known, sessionId: 's' } : { ...known, token: { ...scope, access } };
};

const rightsOf = (principal: Principal) =>
  (['read', 'write', 'manage', 'leave'] satisfies Right[]).filter((right) => {
    try {
      requireAccess(principal, right);
      return true;
    } catch {
      return false;
    }
  });

describe('what may be done in a workspace', () => {
  it('in a browser follows from the role', () => {
    expect(ROLES.map((role) => rightsOf(asking(role)))).toEqual([
      ['read', 'write', 'manage', 'leave'],
      ['read', 'write', 'leave'],
      ['read', 'leave'],
    ]);
  });

  it('with a token follows from the role and the token, and is never to decide who is in it', () => {
    const rights = TOKEN_ACCESS.map((access) => ROLES.map((role) => rightsOf(asking(role, access))));
    expect(rights).toEqual([
      [['read'], ['read'], ['read']],
      [['read', 'write'], ['read', 'write'], ['read']],
    ]);
  });

  it('is nothing in one that is not theirs, which looks as if it were not there', () => {
    for (const access of [undefined, ...TOKEN_ACCESS]) {
      const stranger: Principal = { ...asking('owner', access), workspace: undefined };
      expect(() => requireAccess(stranger, 'manage')).toThrow('Not Found');
    }
  });
});
