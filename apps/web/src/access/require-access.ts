import { NotFoundException } from '@nestjs/common';
import type { Principal } from '#libs/accounts';
import { may, tokenMay, type Access, type Right } from './needs.js';
import { NotAllowedError } from './not-allowed.error.js';

/** @throws NotFoundException, or NotAllowedError saying what to do */
export function requireAccess(principal: Principal, access: Exclude<Access, 'everybody'>): void {
  if (access === 'account') requireBrowser(principal);
  else if (access !== 'known') requireRight(principal, access);
}

function requireBrowser({ token }: Principal): void {
  if (token !== undefined) throw new NotAllowedError('not-with-a-token');
}

export function hasRight({ workspace, token }: Principal, right: Right): boolean {
  const mayByRole = workspace !== undefined && may(workspace.role, right);
  return mayByRole && (token === undefined || tokenMay(token.access, right));
}

/** Nobody learns which workspaces there are: one that is not theirs is as one that is not there. */
function requireRight(principal: Principal, right: Right): void {
  if (hasRight(principal, right)) return;
  const { workspace } = principal;
  if (workspace === undefined) throw new NotFoundException();
  else if (!may(workspace.role, right))
    throw new NotAllowedError(right === 'manage' ? 'only-owners' : 'only-to-look');
  else throw new NotAllowedError(tokenMay('write', right) ? 'token-only-reads' : 'not-with-a-token');
}
