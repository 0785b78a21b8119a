import { ForbiddenException, NotFoundException } from '@nestjs/common';
import type { Principal } from '#libs/accounts';
import { may, tokenMay, type Access, type Right } from './needs.js';
import { NOT_WITH_A_TOKEN, NOT_YOURS, TOKEN_READS_ONLY } from './words.js';

/** @throws NotFoundException, or ForbiddenException saying what to do */
export function requireAccess(principal: Principal, access: Exclude<Access, 'everybody'>): void {
  if (access === 'account') requireBrowser(principal);
  else if (access !== 'known') requireRight(principal, access);
}

function requireBrowser({ token }: Principal): void {
  if (token !== undefined) throw new ForbiddenException(NOT_WITH_A_TOKEN);
}

export function hasRight({ workspace, token }: Principal, right: Right): boolean {
  const isOwners = workspace !== undefined && may(workspace.role, right);
  return isOwners && (token === undefined || tokenMay(token.access, right));
}

/** Nobody learns which workspaces there are: one that is not theirs is as one that is not there. */
function requireRight(principal: Principal, right: Right): void {
  if (hasRight(principal, right)) return;
  const { workspace, token } = principal;
  if (workspace === undefined) throw new NotFoundException();
  if (token === undefined || !may(workspace.role, right)) throw new ForbiddenException(NOT_YOURS);
  throw new ForbiddenException(tokenMay('write', right) ? TOKEN_READS_ONLY : NOT_WITH_A_TOKEN);
}
