import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { ReadModel } from '#libs/read-model';

export interface FoundList {
  readonly id: string;
  readonly name: string;
  readonly removed: boolean;
}

/** A list by its id, in the trash or not. */
export class FindList extends Query<FoundList | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
  ) {
    super();
  }
}

@QueryHandler(FindList)
export class FindListHandler implements IQueryHandler<FindList> {
  constructor(private readonly readModel: ReadModel) {}

  async execute({ workspaceId, listId }: FindList): Promise<FoundList | undefined> {
    const { rows } = await sql<FoundList>`
      select id, name, removed_at is not null as removed from lists
      where id = ${listId} and workspace_id = ${workspaceId}`.execute(this.readModel.kysely);
    return rows[0];
  }
}
