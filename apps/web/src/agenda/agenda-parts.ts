import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { FindHome, FindWorkspaces, type MemberOf } from '#libs/accounts';
import { FindShown, formatToken } from '#libs/queries';
import { askerOf, principalOf } from '../access/index.js';
import { PageParts } from '../http/page-parts.js';
import { viewOf } from '../http/reader-of.js';
import { minuteWords, presentLocale } from '../locales/index.js';
import { SideLists } from '../side/index.js';
import type { Page, WorkspaceView } from '../views/index.js';

/** Somebody's workspaces, and the one in which they were last: the ways on lead there. */
export interface AgendaOf {
  readonly home: MemberOf;
  readonly workspaces: readonly MemberOf[];
}

type Fresh = Pick<Page, 'catchingUp' | 'live'> & { readonly madeAt: string };

/** What the pages of what is due have in common. */
@Injectable()
export class AgendaParts {
  constructor(
    private readonly homes: FindHome,
    private readonly workspaces: FindWorkspaces,
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly side: SideLists,
  ) {}

  /** Undefined for who is in no workspace. */
  async find({ request }: FastifyReply): Promise<AgendaOf | undefined> {
    const asker = askerOf(request);
    const id = asker.workspace?.id ?? (await this.homes.find(principalOf(request)));
    const workspaces = await this.workspaces.find(asker);
    const home = workspaces.find((workspace) => workspace.id === id);
    return home && { home, workspaces };
  }

  /**
   * Call it before what is shown is read. A page hears of what others change in one workspace, so only who has no more than one
   * hears of all that it shows.
   */
  async fresh(reply: FastifyReply, { home, workspaces }: AgendaOf): Promise<Fresh> {
    const { catchingUp } = await this.parts.catchUp(reply);
    const madeAt = minuteWords(new Date());
    if (workspaces.length > 1) return { catchingUp, madeAt };
    const shown = await this.queries.execute(new FindShown(home.id));
    return { catchingUp, madeAt, live: { shown: formatToken(shown), asOf: madeAt } };
  }

  /** With the lists of the workspace in which their reader was last. */
  async of(reply: FastifyReply, title: string, current: Page['current'], { home }: AgendaOf) {
    const { theme, letterKeys } = askerOf(reply.request).settings;
    return {
      ...this.parts.alone(reply, title, current),
      side: await this.side.of(home),
      reader: { theme, letterKeys, ...presentLocale() },
      workspace: viewOf(home),
    };
  }
}

export function viewsOf({ workspaces }: AgendaOf): ReadonlyMap<string, WorkspaceView> {
  return new Map(workspaces.map((workspace) => [workspace.id, viewOf(workspace)]));
}
