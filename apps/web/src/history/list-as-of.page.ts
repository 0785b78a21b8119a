import { Injectable, NotFoundException } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { GetListAsOf, type ListAsOf, type TodoCursor } from '#libs/queries';
import { memberOf } from '../access/index.js';
import { addToPath } from '../http/add-to-path.js';
import { PageParts } from '../http/page-parts.js';
import { pagesView } from '../http/pages-view.js';
import { formatCursor, parseCursor } from '../lists/cursor.js';
import { listPath, type ListAddress } from '../lists/list-address.js';
import { momentWords, say, secondOf } from '../locales/index.js';
import { Views, type ListAsOfView } from '../views/index.js';
import { isolated } from '../words/index.js';
import { ListHistoryPage } from './list-history.page.js';
import { parseMoment } from './moment.js';

type Found = Extract<ListAsOf, { readonly outcome: 'found' }>;

export interface Rendered {
  readonly status: 200 | 422;
  readonly html: string;
}

/** A list as it was; or, when that cannot be, its history with what is wrong with the moment. */
@Injectable()
export class ListAsOfPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly views: Views,
    private readonly history: ListHistoryPage,
  ) {}

  /** @throws NotFoundException when there is no such list in the reader's workspace */
  async render(reply: FastifyReply, listId: string, asOf: string, address: ListAddress): Promise<Rendered> {
    const { workspaceId } = memberOf(reply.request);
    const { show = 'all', after } = address;
    const moment = notAfterThisSecond(parseMoment(asOf));
    if (moment === undefined) return await this.refuse(reply, listId, asOf, say('past.unclear'));
    const past = await this.queries.execute(
      new GetListAsOf(workspaceId, listId, moment, { show, after: parseCursor(after) }),
    );
    if (past === undefined) throw new NotFoundException();
    else if (past.outcome === 'found')
      // Named with its zone, so that the ways on mean the same for whoever follows them.
      return await this.show(reply, past, { ...address, asOf: moment, moment: new Date(moment) });
    else return await this.refuse(reply, listId, secondOf(new Date(moment)), reason(past));
  }

  private async show(reply: FastifyReply, past: Found, address: PastAddress): Promise<Rendered> {
    const html = this.views.render('list-as-of', {
      ...(await this.parts.of(
        reply,
        `${isolated(past.list.name)}, ${momentWords(address.moment)}`,
        'list',
        past.list.id,
      )),
      ...listAsOfView(past, address),
      catchingUp: !past.complete,
    });
    return { status: 200, html };
  }

  private async refuse(reply: FastifyReply, listId: string, value: string, error: string): Promise<Rendered> {
    return { status: 422, html: await this.history.render(reply, listId, { value, error }) };
  }
}

/** What has been left of the present second is now: a form that asks for whole seconds can name no other. */
function notAfterThisSecond(moment: string | undefined): string | undefined {
  const now = new Date();
  const isWithin =
    moment !== undefined && moment > now.toISOString() && Date.parse(moment) - now.getTime() <= 1_000;
  return isWithin ? now.toISOString() : moment;
}

function reason(past: Exclude<ListAsOf, Found>): string {
  return past.outcome === 'in-the-future'
    ? say('past.in-the-future')
    : say('past.not-created', { when: momentWords(past.createdAt) });
}

type PastAddress = ListAddress & Pick<ListAsOfView, 'asOf' | 'moment'>;

function listAsOfView(
  { list, unreadable }: Found,
  { asOf, moment, show = 'all', after }: PastAddress,
): ListAsOfView {
  const { pages, ...shown } = list;
  const pathOf = (cursor?: TodoCursor) =>
    addToPath(listPath(list.id, { show, after: cursor && formatCursor(cursor) }), { asOf });
  return {
    ...shown,
    show,
    asOf,
    moment,
    unreadable,
    ...(after === undefined ? {} : { after }),
    ...pagesView({ pages, shown: list.todos.length, pathOf }),
  };
}
