import type { FastifyRequest } from 'fastify';
import { may } from '../access/index.js';
import { presentLocale } from '../locales/index.js';
import type { Page } from '../views/index.js';

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

function viewOf({ id, name, role }: NonNullable<NonNullable<FastifyRequest['principal']>['workspace']>) {
  return { path: workspacePath(id), name, mayWrite: may(role, 'write') };
}

/** Inside the app. */
export const workspacePath = (workspaceId: string): string => `/w/${workspaceId}`;
