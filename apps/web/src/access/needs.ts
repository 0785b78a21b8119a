import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Role } from '#libs/accounts';

export const NEEDS = Symbol('needs');

/** What somebody may do in a workspace. */
const RIGHTS = {
  /** Looks at lists and to-dos. */
  read: ['owner', 'member', 'viewer'],
  /** Changes them. */
  write: ['owner', 'member'],
  /** Decides who is a member, and whether the workspace goes on. */
  manage: ['owner'],
} satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof RIGHTS;

/** Who may use a route: everybody, those who are signed in, or those with a right in the workspace of its address. */
export type Access = 'everybody' | 'account' | Right;

/** Says who may use the routes of a controller, or one of them. A process with a route of which nobody says it does not start. */
export const Needs = (access: Access): CustomDecorator<symbol> => SetMetadata(NEEDS, access);

export function may(role: Role, right: Right): boolean {
  const roles: readonly Role[] = RIGHTS[right];
  return roles.includes(role);
}

/** The path of what is inside a workspace. */
export const inWorkspace = (path = '') => `w/:workspaceId${path && `/${path}`}`;
