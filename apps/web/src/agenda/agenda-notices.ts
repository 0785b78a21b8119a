import { Injectable } from '@nestjs/common';
import { workspacePath } from '../http/reader-of.js';
import { Notices } from '../lists/notices.js';
import type { Notice } from '../views/index.js';
import type { AgendaAddress } from './agenda-address.js';
import type { AgendaOf } from './agenda-parts.js';

/** What has just happened to one of the to-dos that are due, in whatever workspace it is. */
@Injectable()
export class AgendaNotices {
  constructor(private readonly notices: Notices) {}

  /** Nothing is told of a workspace that is not its reader's. */
  async of({ did, in: workspaceId }: AgendaAddress, { workspaces }: AgendaOf): Promise<Notice | undefined> {
    const workspace = workspaces.find(({ id }) => id === workspaceId);
    const told = workspace && (await this.notices.of(workspace.id, { did }));
    if (told === undefined) return undefined;
    const { text, about, undo } = told;
    return {
      text,
      ...(about === undefined ? {} : { about }),
      ...(undo === undefined || workspace === undefined
        ? {}
        : { undo: { ...undo, action: workspacePath(workspace.id) + undo.action } }),
    };
  }
}
