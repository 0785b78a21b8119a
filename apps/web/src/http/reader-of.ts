import type { FastifyRequest } from 'fastify';
import type { MemberOf } from '#libs/accounts';
import { may } from '../access/index.js';
import { presentLocale } from '../locales/index.js';
import type { Page, WorkspaceView } from '../views/index.js';

/** What a page knows of who reads it, and of the workspace that it is in. */
export function readerOf({ principal }: FastifyRequest): Pick<Page, 'reader' | 'workspace'> {
  if (principal === undefined) return {};
  const { workspace } = principal;
  const { theme, letterKeys } = principal.settings;
  return {
    reader: { theme, letterKeys, ...presentLocale() },
    ...(workspace === undefined ? {} : { workspace: viewOf(workspace) }),
  };
}

/** A workspace, as pages have it. */
export function viewOf({ id, name, role }: MemberOf): WorkspaceView {
  return { path: workspacePath(id), name, mayWrite: may(role, 'write') };
}

/** Inside the app. */
export const workspacePath = (workspaceId: string): string => `/w/${workspaceId}`;
