import type { Queryable } from '#libs/platform';

export function tokenOf(nth: number): string;

export function createMany(
  owner: Queryable,
  count: { readonly workspaces: number; readonly readers: number },
): Promise<readonly string[]>;
