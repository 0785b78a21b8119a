import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { FindNote, FindNoteThen, FindTodo } from '#libs/queries';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { Id } from '../forms/posted-form.js';
import { PageParts, queryOf } from '../http/page-parts.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { say } from '../locales/index.js';
import { Views } from '../views/index.js';
import { isolated } from '../words/index.js';
import { renderNote } from './render-note.js';
import { versionText } from './version-text.js';

/** The version of the event that gave the to-do the note that is asked for; the present note when it is not said. */
const version = versionText.optional().catch(undefined);

/** The note of a to-do, for who only reads, and as it was. */
@ReadsFrom('primary')
@Needs('read')
@Controller(inWorkspace('todos/:todoId/note'))
export class TodoNoteController {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly views: Views,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply, @Id('todoId') todoId: string): Promise<void> {
    const { workspaceId } = memberOf(reply.request);
    const catchingUp = await this.parts.catchUp(reply);
    const [todo, present] = await Promise.all([
      this.queries.execute(new FindTodo(workspaceId, todoId)),
      this.queries.execute(new FindNote(workspaceId, todoId)),
    ]);
    if (todo === undefined || present === undefined) throw this.parts.missing(catchingUp);
    const then = version.parse(queryOf(reply.request.query).version) ?? present.noteVersion;
    const isThen = then !== present.noteVersion;
    const note = isThen
      ? ((await this.queries.execute(new FindNoteThen(workspaceId, todoId, then))) ?? '')
      : present.note;
    const html = this.views.render('note', {
      ...(await this.parts.of(reply, say('note.title', { name: isolated(todo.title) }), 'list')),
      ...catchingUp,
      name: todo.title,
      todoId,
      listId: todo.listId,
      isThen,
      ...(note === '' ? {} : { html: await renderNote(note) }),
    });
    sendPage(reply, html);
  }
}
