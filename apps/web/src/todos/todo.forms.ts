import { Controller, NotFoundException, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { PLAIN_TODO_USE_CASES, RemoveTodo, RenameTodo, RestoreTodo } from '#libs/commands';
import { Id, Posted, typed, type PostedForm } from '../forms/posted-form.js';
import { addToPath } from '../http/add-to-path.js';
import { listPath } from '../lists/list-address.js';
import { TodoAnswers } from './todo-answers.js';
import { TodoMover } from './todo-mover.js';

/** `before` is the to-do to stand before; empty for the end of the list. */
const destination = { listId: z.uuid(), before: z.union([z.uuid(), z.literal('')]).default('') };

/** What can be asked for of a to-do. The last word of an address is the first one of the use case. */
@Controller('todos/:todoId')
export class TodoForms {
  constructor(
    private readonly answers: TodoAnswers,
    private readonly mover: TodoMover,
  ) {}

  @Post('rename')
  async rename(
    @Id('todoId') todoId: string,
    @Posted('renameTodo', { title: typed }) form: PostedForm<{ title: string }>,
  ): Promise<void> {
    await this.answers.give(form, new RenameTodo(form.context, todoId, form.fields), { edit: todoId });
  }

  @Post('move')
  async move(
    @Id('todoId') todoId: string,
    @Posted('', destination) form: PostedForm<{ listId: string; before: string }>,
  ): Promise<void> {
    const { listId, before } = form.fields;
    const destination = { listId, before: before === '' ? undefined : before };
    await this.answers.give(form, await this.mover.move(form.context, todoId, destination));
  }

  @Post('remove')
  async remove(@Id('todoId') todoId: string, @Posted() form: PostedForm): Promise<void> {
    await this.answers.give(form, new RemoveTodo(form.context, todoId), {
      to: (listId) => addToPath(listPath(listId, form.from), { removed: todoId }),
    });
  }

  @Post('restore')
  async restore(@Id('todoId') todoId: string, @Posted() form: PostedForm): Promise<void> {
    await this.answers.give(form, new RestoreTodo(form.context, todoId), {
      // From the trash one goes on in the trash; from a list, where it was an undo, in the list.
      to: (listId) => (form.from.show === undefined ? '/trash' : listPath(listId, form.from)),
    });
  }

  /** What needs to know nothing but the to-do: the commands say which use cases those are. */
  @Post(':word')
  async plain(
    @Id('todoId') todoId: string,
    @Param('word') word: string,
    @Posted() form: PostedForm,
  ): Promise<void> {
    const Plain = Object.hasOwn(PLAIN_TODO_USE_CASES, word) ? PLAIN_TODO_USE_CASES[word] : undefined;
    if (Plain === undefined) throw new NotFoundException();
    await this.answers.give(form, new Plain(form.context, todoId));
  }
}
