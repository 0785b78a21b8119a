import type { List, Todo } from '#libs/domain';
import type { StoredEvent } from '#libs/event-store';
import type { PlacedTodo } from '../get-todo-list.js';
import { nextStep, type KnownStep, type Step } from './next-step.js';
import { PastPage, type TodoPage } from './past-page.js';
import type { PackedEvent, PastRow } from './past-rows.js';
import type { ListInLog } from './streams-of-list.js';

/**
 * A list as it was, with a page of its to-dos. It takes one row after another, and keeps no more of them than
 * it shows.
 */
export class PastList {
  /** Undefined if the list did not exist yet. */
  list: List | undefined;
  /** The number of streams with events that this version cannot read. */
  unreadable = 0;
  /** The last position that belongs to this past; 0 if there is none. */
  lastPosition = 0;
  private firstLater = Infinity;
  /** What the last event of the stream that is being folded has changed. */
  private step: Step | undefined;
  private readonly page: PastPage;

  constructor(
    private readonly of: ListInLog,
    page: TodoPage,
  ) {
    this.page = new PastPage(page);
  }

  /** Whether all that is past stands before all that came later. */
  get isInOrder(): boolean {
    return this.lastPosition < this.firstLater;
  }

  add(row: PastRow): void {
    if (row.isUnchanged) {
      this.lastPosition = Math.max(this.lastPosition, row.lastPosition);
      if (row.isShown) this.page.add(row);
    } else {
      for (const event of row.events ?? []) this.fold(row.id, event);
      this.firstLater = Math.min(this.firstLater, row.later ?? Infinity);
    }
  }

  /** To be called when all rows have been added. */
  end(): void {
    if (this.step?.of === 'unknown') this.unreadable += 1;
    const known = this.step?.of === 'unknown' ? this.step.last : this.step;
    if (known !== undefined) this.keep(known);
    this.step = undefined;
  }

  readPage() {
    return this.page.read();
  }

  private fold(streamId: string, event: PackedEvent): void {
    if (this.step?.stored.streamId !== streamId) this.end();
    this.step = nextStep(this.step, this.unpack(streamId, event));
    this.lastPosition = Math.max(this.lastPosition, this.step.stored.position);
  }

  private unpack(
    streamId: string,
    [position, version, type, schemaVersion, data, recordedAt]: PackedEvent,
  ): StoredEvent {
    const { shard, workspaceId } = this.of;
    const at = new Date(recordedAt);
    return { shard, position, streamId, version, type, schemaVersion, workspaceId, data, recordedAt: at };
  }

  /** If an event cannot be read, the state before it is the last one that is known. */
  private keep({ of, after }: KnownStep): void {
    if (of === 'list') {
      if (after.id === this.of.listId) this.list = after;
    } else if (of === 'todo' && after.listId === this.of.listId && after.removedAt === null) {
      this.page.add(placed(after));
    }
  }
}

/** What is shown of it: the page keeps no notes. */
function placed(todo: Todo): PlacedTodo {
  const { id, title, priority, note, noteVersion, labelIds, sortOrder: order, completedAt } = todo;
  const { dueOn, dueTime, dueZone, recurrence, occurrence, itemCount, tickedCount } = todo;
  const due = { dueOn, dueTime, dueZone, recurrence, occurrence };
  const own = { labelIds, itemCount, tickedCount };
  return { id, title, priority, noteVersion, hasNote: note !== '', order, completedAt, ...due, ...own };
}
