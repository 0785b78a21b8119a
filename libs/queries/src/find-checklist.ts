import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ChecklistItem } from '#libs/domain';
import { PageReadModel } from '#libs/read-model';

/** Finds the items of a to-do, in their order, whether or not it is in the trash. */
export class FindChecklist extends Query<readonly ChecklistItem[]> {
  constructor(
    readonly workspaceId: string,
    readonly todoId: string,
  ) {
    super();
  }
}

@QueryHandler(FindChecklist)
export class FindChecklistHandler implements IQueryHandler<FindChecklist> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, todoId }: FindChecklist): Promise<readonly ChecklistItem[]> {
    const found = await this.readModel.kysely
      .selectFrom('todos')
      .select('checklist')
      .where('id', '=', todoId)
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst();
    return found?.checklist ?? [];
  }
}
