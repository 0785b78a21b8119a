import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindChange, FindList, FindPage, FindTodo, type KnownStep, type TodoList } from '#libs/queries';
import { say } from '../locales/index.js';
import type { Notice } from '../views/index.js';
import { noticeWords } from '../words/index.js';
import { formatCursor } from './cursor.js';
import { leftWords } from '../forms/left-counts.js';
import { listPath, type ListAddress } from './list-address.js';
import { undoPath } from '../undo/undo-path.js';

type TodoStep = Extract<KnownStep, { readonly of: 'todo' }>;

/** A notice, and the place in the list that it is about. */
export interface Told extends Notice {
  readonly beside?: { readonly id: string; readonly order: string };
}

/** What has just happened, as the log tells it of the command in the address, with a way to undo it. */
@Injectable()
export class Notices {
  constructor(private readonly queries: QueryBus) {}

  /** `list` is the one whose page it is said on. */
  async of(
    workspaceId: string,
    { did, left = new Map() }: Pick<ListAddress, 'did' | 'left'>,
    list?: TodoList,
  ): Promise<Told | undefined> {
    if (did === undefined) return undefined;
    const told = await this.told(workspaceId, did, list);
    return left.size === 0 || told === undefined
      ? told
      : { ...told, text: [told.undo ? told.text : '', leftWords(left)].join(' ').trim() };
  }

  private async told(workspaceId: string, did: string, list?: TodoList): Promise<Told | undefined> {
    const change = await this.queries.execute(new FindChange(workspaceId, did));
    if (change === undefined) return { text: say('notices.nothing') };
    const { step } = change;
    if (step.of === 'unknown' || (await this.isOver(workspaceId, step, change.lastVersion))) return undefined;
    return {
      text: noticeWords(step, change),
      undo: { label: say('past.undo'), action: undoPath(did) },
      ...(step.of === 'todo' && change.changed.streamIds.length === 1
        ? await this.whereIs(workspaceId, step, list)
        : { about: 'list-head' }),
    };
  }

  /** Something else has happened to it since the event of this version. */
  private async isOver(workspaceId: string, { of, after }: KnownStep, version: number): Promise<boolean> {
    const find = of === 'todo' ? new FindTodo(workspaceId, after.id) : new FindList(workspaceId, after.id);
    const now: { readonly version: number } | undefined = await this.queries.execute(find);
    return now !== undefined && now.version > version;
  }

  /** Beside its row, or where that was; a new to-do is told of beside the field that it was typed into. */
  private async whereIs(
    workspaceId: string,
    { event, before, after }: TodoStep,
    list: TodoList | undefined,
  ): Promise<Omit<Told, 'text'>> {
    const { id, removedAt } = after;
    const about = `t-${id}`;
    const isOnPage = list?.todos.some((todo) => todo.id === id) ?? false;
    if (event.type === 'TodoAdded' && isOnPage) return { about, isOnPage };
    const link = isOnPage || removedAt !== null ? {} : { link: await this.linkTo(workspaceId, after) };
    return { about, ...link, ...besideIn(list, isOnPage ? after : before) };
  }

  private async linkTo(
    workspaceId: string,
    { id, listId }: { readonly id: string; readonly listId: string },
  ): Promise<string> {
    const page = await this.queries.execute(new FindPage(workspaceId, { listId, todoId: id, show: 'all' }));
    return `${listPath(listId, { after: page?.after && formatCursor(page.after) })}#t-${id}`;
  }
}

/** A place in this list; nothing when it had none, or one in another list. */
function besideIn(list: TodoList | undefined, todo: TodoStep['before']): Pick<Told, 'beside'> {
  if (todo === undefined || todo.listId !== list?.id) return {};
  else return { beside: { id: todo.id, order: todo.sortOrder } };
}
