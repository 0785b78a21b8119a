import { Injectable, NotFoundException } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FindRevision } from '#libs/queries';
import { memberOf } from '../access/index.js';
import { readerOf } from '../http/reader-of.js';
import { KeptPages, type KeptPage } from '../kept-pages/index.js';
import { listPath, type ListAddress } from './list-address.js';
import { ListPage } from './list.page.js';

/** A list as everybody sees it: the page is made again only when the list or one of its to-dos has changed. */
@Injectable()
export class KeptListPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly pages: KeptPages,
    private readonly page: ListPage,
  ) {}

  /** @throws NotFoundException when the reader's workspace has no such list */
  async get(reply: FastifyReply, listId: string, address: ListAddress): Promise<KeptPage> {
    const { reading } = reply.request;
    const { workspaceId } = memberOf(reply.request);
    const revision = await this.queries.execute(new FindRevision(workspaceId, listId));
    if (revision === undefined) throw new NotFoundException();
    const key = `${sharedBy(reply.request)} ${listPath(listId, address)}`;
    const source = (await reading?.usesReplica()) ? 'replica' : 'primary';
    const page = await this.pages.get({ key, revision, source }, async (commandId) => ({
      html: await this.page.render(reply, listId, address, { commandId }),
      shownUpTo: (await reading?.shownUpTo()) ?? 0,
    }));
    // It may have been made for somebody whose database is further.
    reading?.hasPart(page.shownUpTo);
    return page;
  }
}

/** Those who see the same: members of one workspace with the same rights, who want pages to look the same. */
function sharedBy(request: FastifyRequest): string {
  return JSON.stringify(readerOf(request));
}
