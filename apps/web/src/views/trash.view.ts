export interface TrashView {
  readonly lists: readonly RemovedList[];
  readonly todos: readonly RemovedTodo[];
  readonly next?: string;
}

export interface RemovedList {
  readonly id: string;
  readonly name: string;
  readonly open: number;
  readonly done: number;
  readonly removedAt: Date;
}

export interface RemovedTodo {
  readonly id: string;
  readonly title: string;
  readonly listId: string;
  readonly listName: string;
  /** Its list is in the trash too, so that one has to be restored first. */
  readonly listRemoved: boolean;
  readonly removedAt: Date;
}
