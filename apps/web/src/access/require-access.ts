import { ForbiddenException, NotFoundException } from '@nestjs/common';
import type { Principal } from '#libs/accounts';
import { may, tokenMay, type Access, type Right } from './needs.js';
import { FOR_OWNERS, NOT_WITH_A_TOKEN, NOT_YOURS, TOKEN_READS_ONLY } from './words.js';

/** @throws NotFoundException, or ForbiddenException saying what to do */
export function requireAccess(principal: Principal, access: Exclude<Access, 'everybody'>): void {
  if (access === 'account') requireBrowser(principal);
  else if (access !== 'known') requireRight(principal, access);
}

function requireBrowser({ token }: Principal): void {
  if (token !== undefined) throw new ForbiddenException(NOT_WITH_A_TOKEN);
}

/** Nobody learns which workspaces there are: one that is not theirs is as one that is not there. */
function requireRight({ workspace, token }: Principal, right: Right): void {
  if (workspace === undefined) throw new NotFoundException();
  if (!may(workspace.role, right)) throw new ForbiddenException(right === 'manage' ? FOR_OWNERS : NOT_YOURS);
  if (token !== undefined && !tokenMay(token.access, right))
    throw new ForbiddenException(right === 'manage' ? NOT_WITH_A_TOKEN : TOKEN_READS_ONLY);
}
