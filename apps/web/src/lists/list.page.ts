import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import {
  FindNewList,
  FindPage,
  GetTodoList,
  type PlacedTodo,
  type TodoCursor,
  type TodoList,
} from '#libs/queries';
import { may, memberOf } from '../access/index.js';
import { changesAt } from '../due/index.js';
import { showForms, type RefusedForm } from '../forms/refused-form.js';
import { PageParts } from '../http/page-parts.js';
import { pagesView } from '../http/pages-view.js';
import type { OwnTexts } from '../kept-pages/index.js';
import {
  Views,
  type ListPages,
  type ListView,
  type Notice,
  type Page,
  type TodoRow,
  type Understood,
} from '../views/index.js';
import { isolated } from '../words/index.js';
import { formatCursor, parseCursor } from './cursor.js';
import { formsOf } from './forms-on-page.js';
import { listPath, type ListAddress } from './list-address.js';
import { Notices } from './notices.js';
import { placeNotice } from './place-notice.js';
import { TodoEditing } from './todo-editing.js';

/** What else than a to-do can be open for editing. */
const NO_TODOS: ReadonlySet<string> = new Set(['list', 'lines']);

/** What else a page shows than what there is. */
interface Shown {
  readonly refused?: RefusedForm;
  readonly notice?: Notice;
  readonly texts?: OwnTexts;
  readonly understood?: Understood | undefined;
}

/** A list: its counters, its to-dos and the forms to change them. */
@Injectable()
export class ListPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: PageParts,
    private readonly editing: TodoEditing,
    private readonly notices: Notices,
    private readonly views: Views,
  ) {}

  /** @throws NotFoundException when the reader's workspace has no such list, NotThereYetError when it may yet have */
  async render(...page: Parameters<ListPage['make']>): Promise<string> {
    return (await this.make(...page)).html;
  }

  /** The same, and when it will say something else though nothing has changed. */
  async make(
    reply: FastifyReply,
    listId: string,
    asked: ListAddress,
    { refused, notice: said, texts, understood }: Shown = {},
  ): Promise<{ readonly html: string; readonly until: number }> {
    const { workspaceId, role } = memberOf(reply.request);
    const own = texts ? keptParts(texts) : await this.parts.fresh(reply);
    const wanted = may(role, 'write') ? asked : { ...asked, edit: undefined, choose: undefined };
    const { address, list = await this.notInTables(own, new FindNewList(workspaceId, listId)) } =
      await this.read(workspaceId, listId, wanted);
    const { show = 'all' } = address;
    const told = await this.notices.of(workspaceId, address, list);
    const { todos, notice } = placeNotice(await this.rows(workspaceId, list, address), told);
    const { pages: _, ...shown } = list;
    const until = changesAt(todos);
    const html = this.views.render('list', {
      ...(await this.partsOf(reply, list, texts)),
      ...own,
      ...showForms(formsOf(list, todos, { address, refused, typed: understood?.text }), {
        refused,
        notice: said ?? notice,
      }),
      ...shown,
      ...placeOf(list, address),
      ...(await this.choosing(workspaceId, list, address)),
      show,
      todos,
      understood,
    });
    return { html, until };
  }

  /** The lists beside a page that many see are put there when it is sent. */
  private async partsOf(reply: FastifyReply, { id, name }: TodoList, texts: OwnTexts | undefined) {
    const of = [reply, isolated(name), 'list'] as const;
    return texts ? this.parts.alone(...of) : await this.parts.of(...of, id);
  }

  /** A to-do that is edited may have been moved to another page: then that one is read. */
  private async read(workspaceId: string, listId: string, asked: ListAddress) {
    const { show = 'all', edit } = asked;
    const list = await this.page(workspaceId, listId, asked);
    if (edit === undefined || NO_TODOS.has(edit) || list?.todos.some(({ id }) => id === edit)) {
      return { list, address: asked };
    }
    const place = { listId, todoId: edit, show };
    const page = await this.queries.execute(new FindPage(workspaceId, place));
    if (page === undefined) return { list, address: asked };
    const address = { ...asked, after: page.after && formatCursor(page.after) };
    return { list: await this.page(workspaceId, listId, address), address };
  }

  /** Whoever has just made a list goes on there, also while nothing is folded. */
  private async notInTables(own: Pick<Page, 'catchingUp'>, asked: FindNewList): Promise<TodoList> {
    const list = own.catchingUp ? await this.queries.execute(asked) : undefined;
    if (list === undefined) throw this.parts.missing(own);
    return list;
  }

  private async choosing(
    workspaceId: string,
    { id, todos, removedAt }: TodoList,
    { choose }: ListAddress,
  ): Promise<Pick<ListView, 'choosing'>> {
    if (choose === undefined || removedAt !== null || todos.length === 0) return {};
    const [lists, labels] = await Promise.all([
      this.editing.lists(workspaceId, id),
      this.editing.labels(workspaceId),
    ]);
    const had = new Set(todos.flatMap((todo) => todo.labels.map((label) => label.id)));
    return {
      choosing: {
        lists: lists.filter(({ current }) => !current),
        labels,
        had: labels.filter((label) => had.has(label.id)),
      },
    };
  }

  private page(workspaceId: string, listId: string, { show = 'all', after }: ListAddress) {
    return this.queries.execute(new GetTodoList(workspaceId, listId, { show, after: parseCursor(after) }));
  }

  private async rows(
    workspaceId: string,
    list: TodoList,
    { show = 'all', edit }: ListAddress,
  ): Promise<readonly (PlacedTodo & TodoRow)[]> {
    const edited = list.removedAt ? undefined : list.todos.find(({ id }) => id === edit);
    if (edited === undefined) return list.todos;
    const editing = await this.editing.of(workspaceId, { listId: list.id, todo: edited, show });
    return list.todos.map((todo) => (todo === edited ? { ...todo, edit: editing } : todo));
  }
}

/** Of a page that many see; none is kept that might not show yet what somebody has done. */
function keptParts({ commandId, side, ...live }: OwnTexts) {
  return { commandId, side, live, catchingUp: false };
}

/** Where on the list the page is, and the ways on. */
function placeOf({ id, todos, pages }: TodoList, { show, after }: ListAddress): ListPages {
  const pathOf = (cursor?: TodoCursor) => listPath(id, { show, after: cursor && formatCursor(cursor) });
  return {
    ...(after === undefined ? {} : { after }),
    ...pagesView({ pages, shown: todos.length, pathOf }),
  };
}
