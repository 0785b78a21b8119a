import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { FormAnswers } from '../forms/form-answers.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, type PostedForm } from '../forms/posted-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { sendPage } from '../http/send-page.js';
import { listPath } from '../lists/list-address.js';
import { Undo, type Done } from './undo.js';
import { UndoPage } from './undo.page.js';

/** Taking back what anybody has done, from a notice or from a history. */
@Needs('write')
@ReadsFrom('primary')
@Controller(inWorkspace('undo/:commandId'))
export class UndoController {
  constructor(
    private readonly undo: Undo,
    private readonly page: UndoPage,
    private readonly answers: FormAnswers,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply, @Id('commandId') commandId: string): Promise<void> {
    const done = await this.undo.find(memberOf(reply.request).workspaceId, commandId);
    sendPage(reply, await this.page.render(reply, done));
  }

  @PostForm()
  async takeBack(@Id('commandId') commandId: string, @Posted() form: PostedForm): Promise<void> {
    const done = await this.undo.find(form.context.workspaceId, commandId);
    if (done.changed.streamIds.length > 1)
      return await this.answers.giveMany(form, this.undo.ofMany(form, done), { to: whereItIs(done, form) });
    const takeBack = await this.undo.begin(form, done);
    await this.answers.give(form, takeBack, {
      to: whereItIs(done, form),
      again: (refused) => this.page.render(form.reply, done, refused),
    });
  }
}

/** On the page that the form was on, or where what was taken back is now. */
function whereItIs({ step }: Done, { onList, from }: PostedForm): string {
  if (step.of === 'labels') return '/labels';
  else if (onList !== undefined) return listPath(onList, from);
  else if (step.of === 'todo')
    return step.event.type === 'TodoRestored' ? '/trash' : listPath((step.before ?? step.after).listId);
  else return TO_TRASH.has(step.event.type) ? '/' : listPath(step.after.id);
}

/** What leaves the list in the trash when it is taken back. */
const TO_TRASH: ReadonlySet<string> = new Set(['ListCreated', 'ListReceived', 'ListRestored']);
