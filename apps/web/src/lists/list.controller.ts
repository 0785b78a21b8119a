import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { inWorkspace, Needs } from '../access/index.js';
import { Id } from '../forms/posted-form.js';
import { ListAsOfPage } from '../history/list-as-of.page.js';
import { PageParts, queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { KeptListPage } from './kept-list.page.js';
import { parseListAddress } from './list-address.js';
import { ListPage } from './list.page.js';

@ReadsFrom('either')
@Needs('read')
@Controller(inWorkspace('lists/:listId'))
export class ListController {
  constructor(
    private readonly kept: KeptListPage,
    private readonly page: ListPage,
    private readonly past: ListAsOfPage,
    private readonly parts: PageParts,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply, @Id('listId') listId: string): Promise<void> {
    const query = queryOf(reply.request.query);
    const address = parseListAddress(query);
    if (query.asOf !== undefined) {
      const { html, status } = await this.past.render(reply, listId, query.asOf, address);
      sendPage(reply, html, status);
    } else if (isForEverybody(query) && !(await this.parts.catchUp(reply)).catchingUp) {
      await this.kept.send(reply, listId, address);
    } else {
      sendPage(reply, await this.page.render(reply, listId, address));
    }
  }
}

/** Not about what one reader has just done, is editing, or chooses. */
function isForEverybody({ did, edit, choose }: Readonly<Record<string, string | undefined>>): boolean {
  return did === undefined && edit === undefined && choose === undefined;
}
