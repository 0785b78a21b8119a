import { Controller, NotFoundException } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { AddExtractedTodo, ExtractChecklistItem } from '#libs/commands';
import { FindTodo } from '#libs/queries';
import { inWorkspace, Needs } from '../access/index.js';
import { FormAnswers } from '../forms/form-answers.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, type PostedForm } from '../forms/posted-form.js';
import { listPath } from '../lists/list-address.js';
import { TodoMover } from '../todos/todo-mover.js';

/** Makes a to-do of an item, right below the one that it belongs to. */
@Needs('write')
@Controller(inWorkspace('todos/:todoId/items/:itemId'))
export class ExtractItemForm {
  constructor(
    private readonly answers: FormAnswers,
    private readonly mover: TodoMover,
    private readonly queries: QueryBus,
  ) {}

  @PostForm('extract')
  async extract(
    @Id('todoId') from: string,
    @Id('itemId') itemId: string,
    @Posted() form: PostedForm,
  ): Promise<void> {
    const { context } = form;
    const found = await this.queries.execute(new FindTodo(context.workspaceId, from));
    if (found === undefined) throw new NotFoundException();
    const { listId } = found;
    // Named after the command, as every new to-do is.
    const todoId = context.commandId;
    const order = await this.mover.makePlace(context, todoId, { listId, place: { behind: from } });
    const extraction = { itemId, todoId, listId, order };
    const useCases = [
      new ExtractChecklistItem(context, from, extraction),
      new AddExtractedTodo(context, from, extraction),
    ];
    await this.answers.giveMany(form, useCases, { to: listPath(listId, form.from) });
  }
}
