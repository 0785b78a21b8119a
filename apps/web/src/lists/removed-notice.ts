import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindList, LocateTodo } from '#libs/queries';
import type { Notice } from '../views/index.js';

/** Says what has just been moved to the trash, and offers to undo it; nothing when it is not there (any more). */
@Injectable()
export class RemovedNotice {
  constructor(private readonly queries: QueryBus) {}

  async ofTodo(workspaceId: string, todoId: string): Promise<Notice | undefined> {
    const todo = await this.queries.execute(new LocateTodo(workspaceId, todoId));
    if (!todo?.removed) return undefined;
    return {
      text: `“${todo.title}” is in the trash.`,
      undo: { action: `/todos/${todoId}/restore`, label: 'Undo' },
    };
  }

  async ofList(workspaceId: string, listId: string): Promise<Notice | undefined> {
    const list = await this.queries.execute(new FindList(workspaceId, listId));
    if (!list?.removed) return undefined;
    return {
      text: `“${list.name}” is in the trash, with everything in it.`,
      undo: { action: `/lists/${listId}/restore`, label: 'Undo' },
    };
  }
}
