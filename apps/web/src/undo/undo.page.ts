import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { GetListHistory, GetTodoHistory, type HistoryEntry } from '#libs/queries';
import { memberOf } from '../access/index.js';
import type { RefusedForm } from '../forms/refused-form.js';
import { ActorNames } from '../history/actor-names.js';
import { historyDays, historyRow } from '../history/history-days.js';
import { PageParts } from '../http/page-parts.js';
import { listPath } from '../lists/list-address.js';
import { say } from '../locales/index.js';
import { Views } from '../views/index.js';
import { refusalWords, takenBackWords } from '../words/index.js';
import { undoPath } from './undo-path.js';
import type { Done } from './undo.js';

/** What was done, what taking it back changes, and what has happened since. */
@Injectable()
export class UndoPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly names: ActorNames,
    private readonly views: Views,
  ) {}

  async render(reply: FastifyReply, done: Done, refused?: RefusedForm): Promise<string> {
    const { workspaceId } = memberOf(reply.request);
    const since = await this.since(workspaceId, done);
    const nameOf = await this.names.of(reply.request, [done, ...since]);
    const { step } = done;
    const listId = listOf(step);
    const title = say('past.undo');
    return this.views.render('undo', {
      ...(await this.parts.of(reply, refused ? say('page.error-in-title', { title }) : title, 'list')),
      catchingUp: false,
      action: undoPath(done.commandId),
      entry: historyRow(done, nameOf, listId),
      changes: takenBackWords(step, done),
      since: historyDays(since, nameOf, listId),
      back: listId === undefined ? '/labels' : listPath(listId),
      ...(refused === undefined ? {} : { error: refusalWords(refused.refusal) }),
    });
  }

  /** Only the newest, and of many to-dos what has happened where they are: whoever wants to know more looks at the history. */
  private async since(
    workspaceId: string,
    { step, position, commandId, changed }: Done,
  ): Promise<readonly HistoryEntry[]> {
    const { entries } = await this.queries.execute(historyOf(workspaceId, step, changed.streamIds));
    const changedThen = new Set(changed.streamIds);
    const later = entries.filter((entry) => entry.position > position && entry.commandId !== commandId);
    return later.filter((entry) => entry.changed.streamIds.some((id) => changedThen.has(id)));
  }
}

function historyOf(workspaceId: string, { of, after }: Done['step'], changed: readonly string[]) {
  if (of === 'list') return new GetListHistory(workspaceId, after.id);
  else if (of === 'todo' && changed.length > 1) return new GetListHistory(workspaceId, after.listId);
  else return new GetTodoHistory(workspaceId, after.id);
}

/** Labels are in no list. */
function listOf({ of, after }: Done['step']): string | undefined {
  if (of === 'labels') return undefined;
  else return of === 'todo' ? after.listId : after.id;
}
