import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { GetTodoList, type TodoList } from '#libs/queries';
import { PageParts } from '../http/page-parts.js';
import { Views, type FieldForm, type ListView, type Notice, type TodoRow } from '../views/index.js';
import { formatCursor, parseCursor } from './cursor.js';
import { ListNotice } from './list-notice.js';
import { listPath, type ListPlace } from './list-place.js';
import { TodoEditing } from './todo-editing.js';
import { todoRow } from './todo-row.js';

/** A form of the page as it was typed, with what is wrong; or what is wrong with something that has no field. */
export interface Refused {
  readonly add?: FieldForm;
  readonly rename?: FieldForm;
  readonly title?: FieldForm;
  readonly notice?: Notice | undefined;
}

/** A list: its counters, its to-dos and the forms to change them. */
@Injectable()
export class ListPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly editing: TodoEditing,
    private readonly notice: ListNotice,
    private readonly views: Views,
  ) {}

  /** @throws NotFoundException when the reader's workspace has no such list, NotThereYetError when it may yet have */
  async render(
    reply: FastifyReply,
    listId: string,
    place: ListPlace,
    refused: Refused = {},
  ): Promise<string> {
    const { workspaceId } = reply.request.principal;
    const { show = 'all', after } = place;
    const catchingUp = await this.parts.catchUp(reply);
    const list = await this.queries.execute(
      new GetTodoList(workspaceId, listId, { show, after: parseCursor(after) }),
    );
    if (list === undefined) throw this.parts.missing(catchingUp);
    const notice = refused.notice ?? (await this.notice.of(workspaceId, list, place));
    const todos = await this.rows(workspaceId, list, place, refused.title);
    const typed = withoutField(list, todos, refused);
    return this.views.render('list', {
      ...this.parts.of(list.name, 'list', notice),
      ...catchingUp,
      ...listView(list, place, refused),
      todos,
      ...(typed === undefined ? {} : { typed }),
    });
  }

  private async rows(
    workspaceId: string,
    list: TodoList,
    { show = 'all', edit }: ListPlace,
    title: FieldForm | undefined,
  ): Promise<readonly TodoRow[]> {
    const edited = list.removed ? undefined : list.todos.find(({ id }) => id === edit);
    if (edited === undefined) return list.todos.map(todoRow);
    const form = await this.editing.of(workspaceId, { listId: list.id, todo: edited, show });
    const editing = { ...todoRow(edited), edit: { ...form, ...(title ? { title } : {}) } };
    return list.todos.map((todo) => (todo === edited ? editing : todoRow(todo)));
  }
}

/** What was refused and has no field on this page: that of a list in the trash, or of a to-do that is not on it. */
function withoutField(
  { removed }: TodoList,
  todos: readonly TodoRow[],
  { add, rename, title }: Refused,
): FieldForm | undefined {
  const ofList = removed ? (add ?? rename) : undefined;
  return ofList ?? (todos.some(({ edit }) => edit) ? undefined : title);
}

function listView(list: TodoList, place: ListPlace, refused: Refused): Omit<ListView, 'todos' | 'typed'> {
  const { id, name, removed, open, done, next } = list;
  const { show = 'all', after } = place;
  const rename = renaming(list, place, refused);
  return {
    id,
    name,
    removed,
    open,
    done,
    show,
    add: (removed ? undefined : refused.add) ?? { value: '' },
    ...(after === undefined ? {} : { after, first: listPath(id, { show }) }),
    ...(next === undefined ? {} : { next: listPath(id, { show, after: formatCursor(next) }) }),
    ...(rename === undefined ? {} : { rename }),
  };
}

function renaming(
  { name, removed }: TodoList,
  { edit }: ListPlace,
  { rename }: Refused,
): FieldForm | undefined {
  if (removed) return undefined;
  else return rename ?? (edit === 'list' ? { value: name } : undefined);
}
