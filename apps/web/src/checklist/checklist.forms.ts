import { Controller } from '@nestjs/common';
import { z } from 'zod';
import {
  AddChecklistItem,
  MoveChecklistItem,
  RemoveChecklistItem,
  RenameChecklistItem,
  TickChecklistItem,
  UntickChecklistItem,
  type UseCase,
} from '#libs/commands';
import { inWorkspace, Needs } from '../access/index.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import { TodoAnswers } from '../todos/todo-answers.js';
import { addFieldId, renameForm, tickId } from './checklist-fields.js';

interface Item {
  readonly item: string;
}

interface Renamed extends Item {
  /** What it was on the page that the form was on. */
  readonly from?: string;
}

/** The neighbour to change places with. */
interface Neighbour {
  readonly up?: string;
  readonly down?: string;
}

const neighbour = { up: z.uuid().optional(), down: z.uuid().optional() };

/** What can be asked for of the checklist of a to-do. */
@Needs('write')
@Controller(inWorkspace('todos/:todoId/items'))
export class ChecklistForms {
  constructor(private readonly answers: TodoAnswers) {}

  @PostForm()
  async add(
    @Id('todoId') todoId: string,
    @Posted('addItem', { item: typed }) form: PostedForm<Item>,
  ): Promise<void> {
    // Named after the command, as a to-do is.
    const itemId = form.context.commandId;
    const useCase = new AddChecklistItem(form.context, todoId, { itemId, ...form.fields });
    await this.answers.give(form, useCase, { edit: todoId, at: addFieldId(todoId) });
  }

  /** Which item it is about is for the answer to know, when somebody else has renamed it. */
  @PostForm(':itemId/rename')
  async rename(
    @Id('todoId') todoId: string,
    @Id('itemId') itemId: string,
    @Posted('', { item: typed, from: typed.optional() }) form: PostedForm<Renamed>,
  ): Promise<void> {
    const fields = { ...form.fields, itemId };
    const useCase = new RenameChecklistItem(form.context, todoId, fields);
    await this.answers.give({ ...form, name: renameForm(itemId), fields }, useCase, { edit: todoId });
  }

  @PostForm(':itemId/tick')
  async tick(
    @Id('todoId') todoId: string,
    @Id('itemId') itemId: string,
    @Posted() form: PostedForm,
  ): Promise<void> {
    await this.stay(form, itemId, new TickChecklistItem(form.context, todoId, { itemId }));
  }

  @PostForm(':itemId/untick')
  async untick(
    @Id('todoId') todoId: string,
    @Id('itemId') itemId: string,
    @Posted() form: PostedForm,
  ): Promise<void> {
    await this.stay(form, itemId, new UntickChecklistItem(form.context, todoId, { itemId }));
  }

  @PostForm(':itemId/move')
  async move(
    @Id('todoId') todoId: string,
    @Id('itemId') itemId: string,
    @Posted('', neighbour) form: PostedForm<Neighbour>,
  ): Promise<void> {
    const { up, down = itemId } = form.fields;
    const to = up === undefined ? { down } : { up };
    await this.stay(form, itemId, new MoveChecklistItem(form.context, todoId, { itemId, ...to }));
  }

  @PostForm(':itemId/remove')
  async remove(
    @Id('todoId') todoId: string,
    @Id('itemId') itemId: string,
    @Posted() form: PostedForm,
  ): Promise<void> {
    const useCase = new RemoveChecklistItem(form.context, todoId, { itemId });
    await this.answers.give(form, useCase, { edit: todoId });
  }

  /** Whoever goes through a checklist goes on where they are. */
  private async stay(form: PostedForm, itemId: string, useCase: UseCase): Promise<void> {
    await this.answers.give(form, useCase, { edit: useCase.streamId, at: tickId(itemId) });
  }
}
