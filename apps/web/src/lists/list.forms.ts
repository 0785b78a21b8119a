import { Controller } from '@nestjs/common';
import { ArchiveList, CreateList, RemoveList, RenameList, RestoreList, UnarchiveList } from '#libs/commands';
import { inWorkspace, Needs } from '../access/index.js';
import { FormAnswers } from '../forms/form-answers.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import type { RefusedForm } from '../forms/refused-form.js';
import { HomePage } from './home.page.js';
import { listPath } from './list-address.js';
import { ListPage } from './list.page.js';

interface Name {
  readonly name: string;
  /** What it was on the page that the form was on. */
  readonly from?: string;
}

/** What can be asked for of a list. The last word of an address is the first one of the use case. */
@Needs('write')
@Controller(inWorkspace('lists'))
export class ListForms {
  constructor(
    private readonly answers: FormAnswers,
    private readonly home: HomePage,
    private readonly page: ListPage,
  ) {}

  @PostForm()
  async create(@Posted('createList', { name: typed }) form: PostedForm<{ name: string }>): Promise<void> {
    // The new list is named after the command, so a form that is sent twice leads to the same list.
    const listId = form.context.commandId;
    await this.answers.give(form, new CreateList(form.context, listId, form.fields), {
      to: listPath(listId),
      at: 'add',
      again: (refused) => this.home.render(form.reply, { refused }),
      blank: '/',
    });
  }

  @PostForm(':listId/rename')
  async rename(
    @Id('listId') listId: string,
    @Posted('renameList', { name: typed, from: typed.optional() }) form: PostedForm<Name>,
  ): Promise<void> {
    await this.answers.give(form, new RenameList(form.context, listId, form.fields), {
      to: listPath(listId, form.from),
      again: this.showAgain(form, listId),
    });
  }

  @PostForm(':listId/remove')
  async remove(@Id('listId') listId: string, @Posted() form: PostedForm): Promise<void> {
    await this.answers.give(form, new RemoveList(form.context, listId), {
      to: '/',
      again: this.showAgain(form, listId),
    });
  }

  @PostForm(':listId/restore')
  async restore(@Id('listId') listId: string, @Posted() form: PostedForm): Promise<void> {
    await this.answers.give(form, new RestoreList(form.context, listId), {
      to: listPath(listId),
      again: this.showAgain(form, listId),
    });
  }

  @PostForm(':listId/archive')
  async archive(@Id('listId') listId: string, @Posted() form: PostedForm): Promise<void> {
    await this.answers.give(form, new ArchiveList(form.context, listId), {
      to: '/',
      again: this.showAgain(form, listId),
    });
  }

  @PostForm(':listId/unarchive')
  async unarchive(@Id('listId') listId: string, @Posted() form: PostedForm): Promise<void> {
    await this.answers.give(form, new UnarchiveList(form.context, listId), {
      to: listPath(listId),
      again: this.showAgain(form, listId),
    });
  }

  private showAgain({ reply, from }: PostedForm, listId: string) {
    return (refused: RefusedForm) => this.page.render(reply, listId, from, { refused });
  }
}
