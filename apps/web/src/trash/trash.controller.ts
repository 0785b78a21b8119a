import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { GetTrash, type TrashCursor } from '#libs/queries';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { addToPath } from '../http/add-to-path.js';
import { PageParts, queryOf } from '../http/page-parts.js';
import { pagesView } from '../http/pages-view.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { did } from '../lists/list-address.js';
import { Notices } from '../lists/notices.js';
import { say } from '../locales/index.js';
import { Views } from '../views/index.js';
import { formatTrashCursor, parseTrashCursor } from './trash-cursor.js';

@ReadsFrom('either')
@Needs('read')
@Controller(inWorkspace('trash'))
export class TrashController {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly notices: Notices,
    private readonly views: Views,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { workspaceId } = memberOf(reply.request);
    const query = queryOf(reply.request.query);
    const after = parseTrashCursor(query.after);
    const fresh = await this.parts.fresh(reply);
    const { lists, todos, pages } = await this.queries.execute(new GetTrash(workspaceId, { after }));
    const notice = await this.notices.of(workspaceId, { did: did.parse(query.did) });
    const html = this.views.render('trash', {
      ...(await this.parts.of(reply, say('page.trash'), 'trash')),
      ...fresh,
      ...(notice === undefined ? {} : { notice }),
      lists,
      todos,
      ...pagesView({ pages, shown: lists.length + todos.length, pathOf: trashPath }),
    });
    sendPage(reply, html);
  }
}

function trashPath(after?: TrashCursor): string {
  return addToPath('/trash', { after: after && formatTrashCursor(after) });
}
