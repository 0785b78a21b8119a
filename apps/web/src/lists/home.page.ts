import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { GetLists } from '#libs/queries';
import { PageParts, queryOf } from '../http/page-parts.js';
import { Views, type FieldForm, type Notice } from '../views/index.js';
import { RemovedNotice } from './removed-notice.js';

const query = z.object({
  after: z.uuid().optional().catch(undefined),
  removed: z.uuid().optional().catch(undefined),
});

/** The form as it was typed, with what is wrong; or what has no field here. */
interface RefusedAtHome {
  readonly create?: FieldForm;
  readonly typed?: FieldForm | undefined;
  readonly notice?: Notice | undefined;
}

/** The lists, and a form to create one. */
@Injectable()
export class HomePage {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly removed: RemovedNotice,
    private readonly views: Views,
  ) {}

  async render(
    reply: FastifyReply,
    { create = { value: '' }, typed, notice: told }: RefusedAtHome = {},
  ): Promise<string> {
    const { workspaceId } = reply.request.principal;
    const { after, removed } = query.parse(queryOf(reply.request.query));
    const catchingUp = await this.parts.catchUp(reply);
    const { lists, next } = await this.queries.execute(new GetLists(workspaceId, { after }));
    const notice =
      told ?? (removed === undefined ? undefined : await this.removed.ofList(workspaceId, removed));
    return this.views.render('home', {
      ...this.parts.of('Your lists', 'home', notice),
      ...catchingUp,
      lists,
      create,
      ...(typed === undefined ? {} : { typed }),
      ...(next === undefined ? {} : { next: `/?after=${next}` }),
    });
  }
}
