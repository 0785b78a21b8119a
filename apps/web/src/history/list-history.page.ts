import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { FindList, GetListHistory } from '#libs/queries';
import { memberOf } from '../access/index.js';
import { PageParts } from '../http/page-parts.js';
import { say, secondOf } from '../locales/index.js';
import { Views, type Field } from '../views/index.js';
import { isolated } from '../words/index.js';
import { ActorNames } from './actor-names.js';
import { historyDays } from './history-days.js';
import { historyAddress, historyPages } from './history-address.js';

/** What has been left of this second belongs to what can be looked at. */
const SECOND = 1_000;

/** What happened in a list, with a form to look at the list as it was. */
@Injectable()
export class ListHistoryPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly names: ActorNames,
    private readonly views: Views,
  ) {}

  /**
   * @param picked the moment as it was filled in, when it was refused
   * @throws NotFoundException when the reader's workspace has no such list, NotThereYetError when it may yet have
   */
  async render(
    reply: FastifyReply,
    listId: string,
    picked: Pick<Field, 'value' | 'error'> = { value: secondOf(new Date(Date.now() + SECOND)) },
  ): Promise<string> {
    const { workspaceId } = memberOf(reply.request);
    const address = historyAddress(reply.request.query);
    const { catchingUp } = await this.parts.catchUp(reply);
    const list = await this.queries.execute(new FindList(workspaceId, listId));
    if (list === undefined) throw this.parts.missing({ catchingUp });
    const history = await this.queries.execute(new GetListHistory(workspaceId, listId, address));
    const { name, removedAt } = list;
    return this.views.render('history', {
      ...(await this.parts.of(reply, say('past.history-title', { name: isolated(name) }), 'list')),
      ...historyPages(`/lists/${listId}/history`, address, history),
      catchingUp: catchingUp || !history.complete,
      name,
      removedAt,
      listId,
      forms: { asOf: { asOf: { id: 'as-of', name: 'asOf', ...picked } } },
      days: historyDays(history.entries, await this.names.of(reply.request, history.entries), listId),
    });
  }
}
