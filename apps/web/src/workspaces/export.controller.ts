import { Readable } from 'node:stream';
import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { FindNames, SharedWorkspaces } from '#libs/accounts';
import { ReadWorkspace, type ExportedEvent } from '#libs/queries';
import { inWorkspace, memberOf, Needs, principalOf } from '../access/index.js';
import { ReadsFrom } from '../http/reads-from.js';

/** Of the form of the file. */
const FORMAT = 1;

/** All that has ever happened in a workspace, as a file to keep. */
@Needs('manage')
@ReadsFrom('primary')
@Controller(inWorkspace('export'))
export class ExportController {
  constructor(
    private readonly queries: QueryBus,
    private readonly names: FindNames,
    private readonly workspaces: SharedWorkspaces,
  ) {}

  @Get()
  async download(@Res() reply: FastifyReply): Promise<void> {
    const { workspaceId, actorId } = memberOf(reply.request);
    const name = principalOf(reply.request).workspace?.name ?? '';
    await this.workspaces.recordExport({ workspaceId, actorId });
    const events = await this.queries.execute(new ReadWorkspace(workspaceId));
    reply.type('application/json; charset=utf-8');
    reply.header('content-disposition', `attachment; filename="garbanzo-${workspaceId}.json"`);
    reply.send(Readable.from(this.write({ id: workspaceId, name }, events)));
  }

  /** A line for each event; those who acted come last, because only then it is known who they are. */
  private async *write(workspace: object, batches: AsyncIterable<readonly ExportedEvent[]>) {
    const actors = new Set<string>();
    yield `{"format":${FORMAT},"workspace":${JSON.stringify(workspace)},"events":[`;
    let separator = '\n';
    for await (const events of batches) {
      for (const { actorId } of events) actors.add(actorId);
      yield events.map((event) => separatedFrom(event)).join('');
    }
    const people = Object.fromEntries(await this.names.find(actors));
    yield `\n],"people":${JSON.stringify(people)}}\n`;

    function separatedFrom(event: ExportedEvent): string {
      const line = separator + JSON.stringify(event);
      separator = ',\n';
      return line;
    }
  }
}
