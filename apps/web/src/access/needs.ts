import { SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Role, TokenAccess } from '#libs/accounts';

export const NEEDS = Symbol('needs');

/** What somebody may do in a workspace. */
const RIGHTS = {
  /** Looks at lists and to-dos. */
  read: ['owner', 'member', 'viewer'],
  /** Changes them. */
  write: ['owner', 'member'],
  /** Decides who is a member, and whether the workspace goes on. */
  manage: ['owner'],
  /** Goes, for good: a decision about themselves. */
  leave: ['owner', 'member', 'viewer'],
} satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof RIGHTS;

/** What a token is good for, as far as its owner may do it. Who is in a workspace is for people to decide. */
const RIGHTS_OF_TOKENS: Readonly<Record<TokenAccess, readonly Right[]>> = {
  read: ['read'],
  write: ['read', 'write'],
};

/**
 * Who may use a route: everybody, those who are signed in, those who are signed in or have a token ('known'), or those with a
 * right in the workspace of its address.
 */
export type Access = 'everybody' | 'account' | 'known' | Right;

/** What is enough for a token that may only read: no route that changes something may need no more than this. */
export const TO_LOOK: readonly Access[] = ['known', 'read'];

/** Says who may use the routes of a controller, or one of them. A process with a route of which nobody says it does not start. */
export const Needs = (access: Access): CustomDecorator<symbol> => SetMetadata(NEEDS, access);

/** Undefined when nobody says it. */
export function accessTo(context: ExecutionContext, reflector: Reflector): Access | undefined {
  return reflector.getAllAndOverride<Access | undefined>(NEEDS, [context.getHandler(), context.getClass()]);
}

export function tokenMay(access: TokenAccess, right: Right): boolean {
  return RIGHTS_OF_TOKENS[access].includes(right);
}

export function may(role: Role, right: Right): boolean {
  const roles: readonly Role[] = RIGHTS[right];
  return roles.includes(role);
}

/** The path of what is inside a workspace. */
export const inWorkspace = (path = '') => `w/:workspaceId${path && `/${path}`}`;
