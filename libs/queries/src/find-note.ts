import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Todo } from '#libs/domain';
import { PageReadModel } from '#libs/read-model';

export type FoundNote = Pick<Todo, 'note' | 'noteVersion'>;

/** Finds the note of a to-do, whether or not it is in the trash. It is empty when there is none. */
export class FindNote extends Query<FoundNote | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly todoId: string,
  ) {
    super();
  }
}

@QueryHandler(FindNote)
export class FindNoteHandler implements IQueryHandler<FindNote> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, todoId }: FindNote): Promise<FoundNote | undefined> {
    return await this.readModel.kysely
      .selectFrom('todos')
      .select(['note', 'note_version as noteVersion'])
      .where('id', '=', todoId)
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst();
  }
}
