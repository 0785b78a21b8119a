import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { ReadModel } from '#libs/read-model';

export interface TodoPlace {
  readonly listId: string;
  readonly title: string;
  readonly removed: boolean;
}

/** In which list a to-do is, so that its reader can be taken there. */
export class LocateTodo extends Query<TodoPlace | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly todoId: string,
  ) {
    super();
  }
}

@QueryHandler(LocateTodo)
export class LocateTodoHandler implements IQueryHandler<LocateTodo> {
  constructor(private readonly readModel: ReadModel) {}

  async execute({ workspaceId, todoId }: LocateTodo): Promise<TodoPlace | undefined> {
    const { rows } = await sql<TodoPlace>`
      select list_id as "listId", title, removed_at is not null as removed from todos
      where id = ${todoId} and workspace_id = ${workspaceId}`.execute(this.readModel.kysely);
    return rows[0];
  }
}
