import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FindShard } from '#libs/queries';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { EventStream } from './event-stream.js';
import { LogTail } from './log-tail.js';
import { OpenStream } from './open-stream.js';

/** Tells an open page what has changed, for as long as it is open. */
@ReadsFrom('none')
@Needs('read')
@Controller(inWorkspace('live'))
export class LiveController {
  constructor(
    private readonly queries: QueryBus,
    private readonly tail: LogTail,
  ) {}

  @Get()
  async open(@Res() reply: FastifyReply): Promise<void> {
    const { request, raw } = reply;
    const { workspaceId } = memberOf(request);
    const shard = await this.queries.execute(new FindShard(workspaceId));
    const events = new EventStream(raw);
    const stream = new OpenStream(workspaceId, shard, knownTo(request), events);
    events.onceOver(() => this.tail.leave(stream));
    await this.tail.join(stream);
    reply.hijack();
    // Whoever asks for the head of it hears no more than that it is there.
    if (request.method === 'HEAD') stream.end();
  }
}

/** The last position that a browser has heard of, or that its page shows. */
function knownTo({ headers, query }: FastifyRequest): number | undefined {
  const position = [headers['last-event-id']].flat()[0] ?? queryOf(query).from ?? '';
  return /^\d{1,15}$/.test(position) ? Number(position) : undefined;
}
