import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** What people are called. Who is not in the answer has left. */
@Injectable()
export class FindNames {
  constructor(private readonly database: Database) {}

  async find(accountIds: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      'select id, name from accounts where id = any($1::uuid[])',
      [[...accountIds]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
