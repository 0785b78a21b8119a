import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { GetLists } from '#libs/queries';
import { memberOf } from '../access/index.js';
import { showForms, type RefusedForm } from '../forms/refused-form.js';
import { addToPath } from '../http/add-to-path.js';
import { PageParts, queryOf } from '../http/page-parts.js';
import { pagesView } from '../http/pages-view.js';
import { say } from '../locales/index.js';
import { Views } from '../views/index.js';
import { placeAmongLists } from './list-address.js';
import { Notices } from './notices.js';

/** The lists, and a form to create one. */
@Injectable()
export class HomePage {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly notices: Notices,
    private readonly views: Views,
  ) {}

  async render(reply: FastifyReply, { refused }: { readonly refused?: RefusedForm } = {}): Promise<string> {
    const { workspaceId } = memberOf(reply.request);
    const { after, did } = placeAmongLists.parse(queryOf(reply.request.query));
    const fresh = await this.parts.fresh(reply);
    const { lists, pages } = await this.queries.execute(new GetLists(workspaceId, { after }));
    const notice = await this.notices.of(workspaceId, { did });
    return this.views.render('home', {
      ...(await this.parts.of(reply, say('lists.your-lists'), 'home')),
      ...fresh,
      ...showForms({ createList: { name: { id: 'create', name: 'name', value: '' } } }, { refused, notice }),
      lists,
      ...pagesView({ pages, shown: lists.length, pathOf: (after) => addToPath('/', { after }) }),
    });
  }
}
