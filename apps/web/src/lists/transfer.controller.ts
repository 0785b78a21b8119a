import { Controller, Get, NotFoundException, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { FindList } from '#libs/queries';
import { inWorkspace, memberOf, Needs } from '../access/index.js';
import { FormAnswers } from '../forms/form-answers.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, type PostedForm } from '../forms/posted-form.js';
import type { RefusedForm } from '../forms/refused-form.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { PersonPages } from '../people/person-pages.js';
import { isolated } from '../words/index.js';
import { listPath } from './list-address.js';
import { ListPage } from './list.page.js';
import { ListTransfer, type Wanted } from './list-transfer.js';

/** What every form says in JSON has small letters, whatever somebody writes. */
const id = z.uuid().transform((text) => text.toLowerCase());
const as = z.enum(['move', 'copy']);

/** Moving or copying a list to another workspace. */
@Needs('write')
@ReadsFrom('primary')
@Controller(inWorkspace('lists/:listId'))
export class TransferController {
  constructor(
    private readonly transfers: ListTransfer,
    private readonly queries: QueryBus,
    private readonly answers: FormAnswers,
    private readonly page: ListPage,
    private readonly pages: PersonPages,
  ) {}

  @Get('transfer')
  async show(@Id('listId') listId: string, @Res() reply: FastifyReply): Promise<void> {
    const member = memberOf(reply.request);
    const list = await this.queries.execute(new FindList(member.workspaceId, listId));
    if (list === undefined) throw new NotFoundException();
    const targets = await this.transfers.targets(reply.request);
    const title = say('lists.transfer-title', { name: isolated(list.name) });
    this.pages.send(reply, 'transfer', { title, current: 'list' }, { ...list, targets });
  }

  @PostForm('transfer')
  async transfer(
    @Id('listId') listId: string,
    @Posted('', { to: id, as }) form: PostedForm<Wanted>,
  ): Promise<void> {
    const leave = await this.transfers.transfer(form, listId, form.fields);
    await this.answers.give(form, leave, {
      to: form.fields.as === 'move' ? '/' : listPath(listId),
      again: this.showAgain(form, listId),
    });
  }

  private showAgain({ reply, from }: PostedForm, listId: string) {
    return (refused: RefusedForm) => this.page.render(reply, listId, from, { refused });
  }
}
