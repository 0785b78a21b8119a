import { Controller, NotFoundException, Param } from '@nestjs/common';
import { z } from 'zod';
import {
  CompleteTodo,
  labelProblem,
  LabelTodo,
  PLAIN_TODO_USE_CASES,
  RemoveTodo,
  UnlabelTodo,
  type CommandContext,
  type UseCase,
} from '#libs/commands';
import { inWorkspace, Needs } from '../access/index.js';
import { FormAnswers } from '../forms/form-answers.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import { sendPage } from '../http/send-page.js';
import { listPath } from '../lists/list-address.js';
import { ListPage } from '../lists/list.page.js';
import { readersToday, say } from '../locales/index.js';
import { refusalWords } from '../words/index.js';
import { TodoMover } from './todo-mover.js';

/** As many as one command appends. */
const MOST = 1_000;

const lower = (id: string) => id.toLowerCase();

/** The to-dos that are chosen, each once: one that is alone is no list in a form. */
const todo = z
  .union([z.uuid().transform((id) => [lower(id)]), z.array(z.uuid().transform(lower)).max(MOST)])
  .refine((ids) => new Set(ids).size === ids.length)
  .default([]);

interface Chosen {
  readonly todo: readonly string[];
}

/** Both are part of the form, whatever is done. */
const others = { listId: z.uuid().optional(), label: typed.default(''), labelId: z.uuid().optional() };

interface ChosenToLabel extends Chosen {
  readonly label: string;
}

interface ChosenToUnlabel extends Chosen {
  readonly labelId: string;
}

interface ChosenToMove extends Chosen {
  readonly listId: string;
}

type OnTodo = (context: CommandContext, todoId: string) => UseCase;

/** What can be done with one to-do, by the word in the address, and so with many. */
const USE_CASES: ReadonlyMap<string, OnTodo> = new Map([
  ...[...PLAIN_TODO_USE_CASES].map(([word, Plain]): [string, OnTodo] => [word, (...of) => new Plain(...of)]),
  ['complete', (...of) => new CompleteTodo(...of, { today: readersToday() })],
  ['remove', (...of) => new RemoveTodo(...of)],
]);

/** What can be asked for of several to-dos of a list at once. */
@Needs('write')
@Controller(inWorkspace('lists/:listId/chosen'))
export class ChosenForms {
  constructor(
    private readonly answers: FormAnswers,
    private readonly mover: TodoMover,
    private readonly page: ListPage,
  ) {}

  @PostForm('move')
  async move(
    @Id('listId') from: string,
    @Posted('', { todo, ...others, listId: z.uuid() }) form: PostedForm<ChosenToMove>,
  ): Promise<void> {
    const { todo: todoIds, listId } = form.fields;
    await this.give(form, from, () => this.mover.moveAll(form.context, todoIds, { listId, from }));
  }

  @PostForm('label')
  async label(
    @Id('listId') listId: string,
    @Posted('', { todo, ...others }) form: PostedForm<ChosenToLabel>,
  ): Promise<void> {
    const { context, fields } = form;
    const problem = labelProblem(fields.label);
    if (problem !== undefined) return await this.tell(form, listId, refusalWords(problem));
    await this.give(form, listId, () =>
      fields.todo.map((id) => new LabelTodo(context, id, { label: fields.label })),
    );
  }

  @PostForm('unlabel')
  async unlabel(
    @Id('listId') listId: string,
    @Posted('', { todo, ...others, labelId: z.uuid() }) form: PostedForm<ChosenToUnlabel>,
  ): Promise<void> {
    const { context, fields } = form;
    await this.give(form, listId, () =>
      fields.todo.map((id) => new UnlabelTodo(context, id, { labelId: fields.labelId.toLowerCase() })),
    );
  }

  /** The list to move to is part of the form, whatever is done. */
  @PostForm(':word')
  async plain(
    @Id('listId') listId: string,
    @Param('word') word: string,
    @Posted('', { todo, ...others }) form: PostedForm<Chosen>,
  ): Promise<void> {
    const onEach = USE_CASES.get(word);
    if (onEach === undefined) throw new NotFoundException();
    await this.give(form, listId, () => form.fields.todo.map((id) => onEach(form.context, id)));
  }

  /** When all is done that they were chosen for, nothing is chosen any more. */
  private async give(
    form: PostedForm<Chosen>,
    listId: string,
    useCases: () => readonly UseCase[] | Promise<readonly UseCase[]>,
  ): Promise<void> {
    if (form.fields.todo.length === 0) return await this.tell(form, listId, say('choose.none'));
    const to = listPath(listId, { ...form.from, choose: undefined });
    await this.answers.giveMany(form, await useCases(), { to, onList: listId });
  }

  private async tell({ reply, from }: PostedForm, listId: string, text: string): Promise<void> {
    const notice = { text };
    sendPage(reply, await this.page.render(reply, listId, { ...from, choose: '' }, { notice }), 422);
  }
}
