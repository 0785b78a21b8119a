import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FindShard } from '#libs/queries';
import { askerOf, inWorkspace, memberOf, Needs, shownBy, SignInNeededError } from '../access/index.js';
import { queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { EventStream } from './event-stream.js';
import { LivePages } from './live-pages.js';
import { OpenStream } from './open-stream.js';

const id = z.uuid().toLowerCase();

/** Tells an open page what has changed, for as long as it is open. */
@ReadsFrom('none')
@Needs('read')
@Controller(inWorkspace('live'))
export class LiveController {
  constructor(
    private readonly queries: QueryBus,
    private readonly pages: LivePages,
  ) {}

  @Get()
  async open(@Res() reply: FastifyReply): Promise<void> {
    const { request, raw } = reply;
    const events = new EventStream(raw);
    const stream = await this.streamOf(request, events);
    await this.pages.open(stream, (leave) => events.onceOver(leave));
    request.isStream = true;
    reply.hijack();
    // Whoever asks for the head of it hears no more than that it is there.
    if (request.method === 'HEAD') stream.end();
  }

  private async streamOf(request: FastifyRequest, events: EventStream): Promise<OpenStream> {
    const { workspaceId } = memberOf(request);
    const shown = shownBy(request);
    if (shown === undefined) throw new SignInNeededError('/sign-in');
    const shard = await this.queries.execute(new FindShard(workspaceId));
    const listId = id.safeParse(queryOf(request.query).list).data;
    const opened = { workspaceId, shard, listId, after: knownTo(request), shown };
    return new OpenStream(opened, askerOf(request), events);
  }
}

/** The last position that a browser has heard of, or that its page shows. */
function knownTo({ headers, query }: FastifyRequest): number | undefined {
  const position = [headers['last-event-id']].flat()[0] ?? queryOf(query).from ?? '';
  return /^\d{1,15}$/.test(position) ? Number(position) : undefined;
}
