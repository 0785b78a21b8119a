import { Injectable, NotFoundException } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FindRevision, formatToken } from '#libs/queries';
import { workspaceOf } from '../access/index.js';
import { readerOf } from '../http/reader-of.js';
import { KeptPages, sendKeptPage } from '../kept-pages/index.js';
import { minuteWords } from '../locales/index.js';
import { KeptSideLists } from '../side/index.js';
import { listPath, type ListAddress } from './list-address.js';
import { ListPage } from './list.page.js';

/** A list as everybody sees it: the page is made again only when the list or one of its to-dos has changed, or a day has begun. */
@Injectable()
export class KeptListPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly pages: KeptPages,
    private readonly page: ListPage,
    private readonly side: KeptSideLists,
  ) {}

  /** @throws NotFoundException when the reader's workspace has no such list */
  async send(reply: FastifyReply, listId: string, address: ListAddress): Promise<void> {
    const { reading } = reply.request;
    const workspace = workspaceOf(reply.request);
    const revision = await this.queries.execute(new FindRevision(workspace.id, listId));
    if (revision === undefined) throw new NotFoundException();
    const key = `${sharedBy(reply.request)} ${listPath(listId, address)}`;
    const source = (await reading?.usesReplica()) ? 'replica' : 'primary';
    const asked = { key, revision: revision.text, source } as const;
    const page = await this.pages.get(asked, async (texts) => ({
      ...(await this.page.make(reply, listId, address, { texts })),
      shownUpTo: (await reading?.shownUpTo()) ?? 0,
    }));
    // It may have been made for somebody whose database is further.
    reading?.hasPart(page.shownUpTo);
    sendKeptPage(reply, page, {
      commandId: uuidv7(),
      shown: formatToken(revision.shown),
      asOf: minuteWords(new Date()),
      side: await this.side.of(reply.request, workspace, { tables: revision.tables, list: listId }),
    });
  }
}

/** Those who see the same: members of one workspace with the same rights, who want pages to look the same. */
function sharedBy(request: FastifyRequest): string {
  return JSON.stringify(readerOf(request));
}
