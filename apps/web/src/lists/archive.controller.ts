import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { GetLists } from '#libs/queries';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { addToPath } from '../http/add-to-path.js';
import { PageParts, queryOf } from '../http/page-parts.js';
import { pagesView } from '../http/pages-view.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { say } from '../locales/index.js';
import { Views } from '../views/index.js';
import { placeAmongLists } from './list-address.js';
import { Notices } from './notices.js';

/** The lists that were put away. */
@ReadsFrom('either')
@Needs('read')
@Controller(inWorkspace('archive'))
export class ArchiveController {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly notices: Notices,
    private readonly views: Views,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { workspaceId } = memberOf(reply.request);
    const { after, did } = placeAmongLists.parse(queryOf(reply.request.query));
    const fresh = await this.parts.fresh(reply);
    const { lists, pages } = await this.queries.execute(
      new GetLists(workspaceId, { after, areArchived: true }),
    );
    const notice = await this.notices.of(workspaceId, { did });
    const html = this.views.render('archive', {
      ...(await this.parts.of(reply, say('lists.archive'), 'archive')),
      ...fresh,
      ...(notice === undefined ? {} : { notice }),
      lists,
      ...pagesView({ pages, shown: lists.length, pathOf: (after) => addToPath('/archive', { after }) }),
    });
    sendPage(reply, html);
  }
}
