import { randomUUID } from 'node:crypto';
import { eraseWorkspace, PROJECTIONS, todoLists, verifyTables } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import { anAppend, createWorkspace, openDatabase, SHARD } from './log.js';
import { ids, Projecting } from './projecting.js';

/** A workspace beside the one that there always is, in the same shard, with a list of two to-dos. */
export class SecondWorkspace {
  readonly owner = openDatabase(this.projecting.url);
  readonly home = { list: randomUUID(), todo: randomUUID() };
  id = '';
  private streams: readonly string[] = [];

  private constructor(readonly projecting: Projecting) {}

  static async open(): Promise<SecondWorkspace> {
    const opened = new SecondWorkspace(await Projecting.open());
    await opened.fillFirst();
    return opened;
  }

  /** Fills the workspace that there always is. */
  async fillFirst(): Promise<void> {
    await this.projecting.append([
      [this.home.list, { type: 'ListCreated', data: { name: 'Home' } }],
      [this.home.todo, { type: 'TodoAdded', data: { listId: this.home.list, title: 'Milk', order: 'a0' } }],
    ]);
    await this.projecting.project();
  }

  /** Makes the second one anew. */
  async begin(): Promise<void> {
    this.id = randomUUID();
    this.streams = ids(3);
    const [listId = '', ...todos] = this.streams;
    await createWorkspace(this.owner, this.id, SHARD);
    await this.append(listId, 0, { type: 'ListCreated', data: { name: 'Theirs' } });
    for (const id of todos) {
      await this.append(id, 0, { type: 'TodoAdded', data: { listId, title: 'Theirs', order: 'a0' } });
    }
    await this.projecting.project();
  }

  /** The list of the second one. */
  get list(): string {
    return this.streams[0] ?? '';
  }

  /** One more event of a to-do that is there. */
  appendToTodo(event: { readonly type: string; readonly data: object }) {
    return this.append(this.streams[1] ?? '', 1, event);
  }

  erase(id = this.id) {
    return eraseWorkspace(new ReadModel(this.owner), PROJECTIONS, id);
  }

  verify() {
    return verifyTables(this.projecting.readModel, { projection: todoLists });
  }

  /** How many rows of a table are of the second workspace. */
  async count(table: string): Promise<number | undefined> {
    const [counted] = await this.owner.query<{ count: number }>(
      `select count(*) from ${table} where workspace_id = $1`,
      [this.id],
    );
    return counted?.count;
  }

  async close(): Promise<void> {
    await this.owner.close();
    await this.projecting.close();
  }

  private append(
    streamId: string,
    expected: number,
    event: { readonly type: string; readonly data: object },
  ) {
    const events = [{ schemaVersion: 1, ...event }];
    return this.projecting.log.appender.append(
      anAppend({ shard: SHARD, workspaceId: this.id, streamId, expected, events }),
    );
  }
}
