import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ShownLabel } from '#libs/domain';
import { PageReadModel } from '#libs/read-model';

/** Finds the labels of a workspace that people see, in no order. */
export class FindLabels extends Query<readonly ShownLabel[]> {
  constructor(readonly workspaceId: string) {
    super();
  }
}

@QueryHandler(FindLabels)
export class FindLabelsHandler implements IQueryHandler<FindLabels> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId }: FindLabels): Promise<readonly ShownLabel[]> {
    return await this.readModel.kysely
      .selectFrom('labels')
      .select(['id', 'name', 'colour'])
      .where('workspace_id', '=', workspaceId)
      .whereRef('shown_as', '=', 'id')
      .execute();
  }
}
