import { Injectable, NotFoundException } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { FindShown, formatToken, HasReached, parseToken } from '#libs/queries';
import { memberOf } from '../access/index.js';
import { HomeWorkspace, SideLists } from '../side/index.js';
import { minuteWords } from '../locales/index.js';
import type { Page } from '../views/index.js';
import { NotThereYetError } from './not-there-yet.error.js';
import { readerOf, viewOf } from './reader-of.js';

type Parts = Pick<Page, 'title' | 'current' | 'commandId' | 'reader' | 'workspace' | 'side'>;

/** What the pages have in common. */
@Injectable()
export class PageParts {
  constructor(
    private readonly queries: QueryBus,
    private readonly home: HomeWorkspace,
    private readonly side: SideLists,
  ) {}

  /** Waits until the tables show what the reader has just done, as the address says; not for ever. */
  async catchUp({ request }: FastifyReply): Promise<Pick<Page, 'catchingUp'>> {
    const token = parseToken(queryOf(request.query).seen ?? '');
    const reached = token === undefined || (await this.queries.execute(new HasReached(token)));
    return { catchingUp: !reached };
  }

  /** The same for a page that hears of changes: it says besides how new it is. Call it before what is shown is read. */
  async fresh(reply: FastifyReply): Promise<Pick<Page, 'catchingUp' | 'live'>> {
    const catchingUp = await this.catchUp(reply);
    const shown = await this.queries.execute(new FindShown(memberOf(reply.request).workspaceId));
    return { ...catchingUp, live: { shown: formatToken(shown), asOf: minuteWords(new Date()) } };
  }

  /** What to throw when what was asked for is not in the tables. */
  missing({ catchingUp }: Pick<Page, 'catchingUp'>): Error {
    return catchingUp ? new NotThereYetError() : new NotFoundException();
  }

  /** With the lists of the workspace that it is in, or in which its reader was last. @param list the one that it is about */
  async of(reply: FastifyReply, title: string, current: Page['current'], list?: string): Promise<Parts> {
    const home = await this.home.of(reply.request);
    const alone = this.alone(reply, title, current);
    if (home === undefined) return alone;
    return { ...alone, workspace: viewOf(home), side: await this.side.of(home, list) };
  }

  /** Of a page that has nothing beside it, or gets that by itself. */
  alone({ request }: FastifyReply, title: string, current: Page['current']): Parts {
    return { title, current, commandId: uuidv7(), ...readerOf(request) };
  }
}

/** The query of an address; what is given twice is not given. */
export function queryOf(query: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof query !== 'object' || query === null) return {};
  return Object.fromEntries(Object.entries(query).filter(([, value]) => typeof value === 'string'));
}
