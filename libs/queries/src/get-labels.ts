import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import type { ShownLabel } from '#libs/domain';
import { PageReadModel } from '#libs/read-model';

export interface CountedLabel extends ShownLabel {
  /** How many to-dos with it are open, without those in the trash or in a list of the archive. */
  readonly open: number;
}

/** Gets the labels of a workspace that people see, in no order. */
export class GetLabels extends Query<readonly CountedLabel[]> {
  constructor(readonly workspaceId: string) {
    super();
  }
}

@QueryHandler(GetLabels)
export class GetLabelsHandler implements IQueryHandler<GetLabels> {
  constructor(private readonly readModel: PageReadModel) {}

  /** A to-do with two labels that were merged counts once. */
  async execute({ workspaceId }: GetLabels): Promise<readonly CountedLabel[]> {
    const { rows } = await sql<CountedLabel>`
      select shown.id, shown.name, shown.colour, coalesce(counted.open, 0)::int as open
      from labels shown left join (
        select had.shown_as, count(distinct t.id) as open
        from todos t
          join lists l on l.id = t.list_id and l.workspace_id = t.workspace_id
            and l.removed_at is null and l.archived_at is null
          cross join lateral unnest(t.label_ids) labelled (id)
          join labels had on had.workspace_id = t.workspace_id and had.id = labelled.id
        where t.workspace_id = ${workspaceId} and t.removed_at is null and t.completed_at is null
          and t.label_ids <> '{}'
        group by had.shown_as
      ) counted on counted.shown_as = shown.id
      where shown.workspace_id = ${workspaceId} and shown.shown_as = shown.id`.execute(this.readModel.kysely);
    return rows;
  }
}
