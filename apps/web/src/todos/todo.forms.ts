import { Controller, NotFoundException, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  NoteTodo,
  PLAIN_TODO_USE_CASES,
  PrioritiseTodo,
  RemoveTodo,
  RenameTodo,
  RestoreTodo,
  ScheduleTodo,
} from '#libs/commands';
import { FindNoteThen, type Place } from '#libs/queries';
import { inWorkspace, Needs } from '../access/index.js';
import { wantedDue } from '../due/index.js';
import { PostForm } from '../forms/post-form.js';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import { versionText } from '../notes/index.js';
import { listPath } from '../lists/list-address.js';
import { TodoAnswers } from './todo-answers.js';
import { TodoMover } from './todo-mover.js';

interface Title {
  readonly title: string;
  /** What it was on the page that the form was on. */
  readonly from?: string;
}

interface Note {
  readonly note: string;
  /** Which one it was on the page that the form was on. */
  readonly from?: number;
}

interface When {
  readonly dueDate: string;
  readonly dueTime: string;
  /** What it was on the page that the form was on. */
  readonly from?: string;
}

interface Priority {
  readonly priority: string;
  /** What it was on the page that the form was on. */
  readonly from?: string;
}

const when = { dueDate: typed, dueTime: typed.default(''), from: typed.optional() };

const destination = {
  listId: z.uuid(),
  /** The list that the to-do was in on the page that the form was on. */
  from: z.uuid().optional(),
  /** The neighbour to change places with. */
  up: z.uuid().optional(),
  down: z.uuid().optional(),
  /** The to-do to stand before; empty for the end of the list. */
  before: z.union([z.uuid(), z.literal('')]).default(''),
  /** The to-do to stand right behind. */
  behind: z.uuid().optional(),
};

type Destination = z.infer<z.ZodObject<typeof destination>>;

/** What can be asked for of a to-do. The last word of an address is the first one of the use case. */
@Needs('write')
@Controller(inWorkspace('todos/:todoId'))
export class TodoForms {
  constructor(
    private readonly answers: TodoAnswers,
    private readonly mover: TodoMover,
    private readonly queries: QueryBus,
  ) {}

  @PostForm('rename')
  async rename(
    @Id('todoId') todoId: string,
    @Posted('renameTodo', { title: typed, from: typed.optional() }) form: PostedForm<Title>,
  ): Promise<void> {
    await this.answers.give(form, new RenameTodo(form.context, todoId, form.fields), { edit: todoId });
  }

  @PostForm('note')
  async note(
    @Id('todoId') todoId: string,
    @Posted('noteTodo', { note: typed, from: versionText.optional() }) form: PostedForm<Note>,
  ): Promise<void> {
    const { context, fields } = form;
    const was = async () =>
      fields.from === undefined
        ? undefined
        : await this.queries.execute(new FindNoteThen(context.workspaceId, todoId, fields.from));
    await this.answers.give(form, new NoteTodo(context, todoId, fields), { edit: todoId, was });
  }

  @PostForm('prioritise')
  async prioritise(
    @Id('todoId') todoId: string,
    @Posted('prioritiseTodo', { priority: typed, from: typed.optional() }) form: PostedForm<Priority>,
  ): Promise<void> {
    await this.answers.give(form, new PrioritiseTodo(form.context, todoId, form.fields), { edit: todoId });
  }

  @PostForm('schedule')
  async schedule(
    @Id('todoId') todoId: string,
    @Posted('scheduleTodo', when) form: PostedForm<When>,
  ): Promise<void> {
    const schedule = new ScheduleTodo(form.context, todoId, wantedDue(form.fields));
    await this.answers.give(form, schedule, { edit: todoId });
  }

  @PostForm('move')
  async move(
    @Id('todoId') todoId: string,
    @Posted('', destination) form: PostedForm<Destination>,
  ): Promise<void> {
    const { listId, from } = form.fields;
    const move = await this.mover.move(form.context, todoId, { listId, from, place: placeOf(form.fields) });
    // Who is at moving goes on moving.
    await this.answers.give(form, move, form.from.edit === todoId ? { at: `move-${todoId}` } : {});
  }

  @PostForm('remove')
  async remove(@Id('todoId') todoId: string, @Posted() form: PostedForm): Promise<void> {
    await this.answers.give(form, new RemoveTodo(form.context, todoId), { to: whereItWas(form) });
  }

  @PostForm('restore')
  async restore(@Id('todoId') todoId: string, @Posted() form: PostedForm): Promise<void> {
    await this.answers.give(form, new RestoreTodo(form.context, todoId), { to: whereItWas(form) });
  }

  /** What needs to know nothing but the to-do: the plain decisions in the domain say what that is. */
  @PostForm(':word')
  async plain(
    @Id('todoId') todoId: string,
    @Param('word') word: string,
    @Posted() form: PostedForm,
  ): Promise<void> {
    const Plain = PLAIN_TODO_USE_CASES.get(word);
    if (Plain === undefined) throw new NotFoundException();
    await this.answers.give(form, new Plain(form.context, todoId));
  }
}

/** From the trash one goes on in the trash, from a list in the list: either may be an undo of the other. */
function whereItWas({ from }: PostedForm): (listId: string) => string {
  return (listId) => (from.show === undefined ? '/trash' : listPath(listId, from));
}

function placeOf({ up, down, before, behind }: Destination): Place {
  if (up !== undefined) return { up };
  else if (down !== undefined) return { down };
  else if (behind !== undefined) return { behind };
  else return before === '' ? 'end' : { before };
}
