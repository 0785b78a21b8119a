import {
  EVENTS,
  evolveLabels,
  evolveList,
  evolveTodo,
  isLabelEvent,
  isTodoEvent,
  type Labels,
  type List,
  type Todo,
} from '#libs/domain';
import { STORED_EVENT, upcast, type StoredEvent } from '#libs/event-store';
import type { Queryable } from '#libs/platform';
import type { Show } from '#libs/queries';

/** An event with its time as ISO 8601 in UTC with microseconds. */
export interface TimedEvent extends StoredEvent {
  readonly moment: string;
}

interface State {
  readonly list?: List;
  readonly todo?: Todo;
  readonly labels?: Labels;
  readonly isUnreadable: boolean;
}

/** The whole log, in its order. */
export function readLog(owner: Queryable): Promise<TimedEvent[]> {
  return owner.query<TimedEvent>(
    `select ${STORED_EVENT}, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment
     from events e order by position`,
  );
}

/** Folds all events, stream by stream. */
export function foldAll(events: readonly StoredEvent[]): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const stored of events) {
    const state = states.get(stored.streamId) ?? { isUnreadable: false };
    states.set(stored.streamId, state.isUnreadable ? state : next(state, stored));
  }
  return states;
}

function next(state: State, stored: StoredEvent): State {
  try {
    const event = upcast(stored, EVENTS);
    if (isLabelEvent(event)) return { ...state, labels: evolveLabels(state.labels, { ...stored, event }) };
    return isTodoEvent(event)
      ? { ...state, todo: evolveTodo(state.todo, { ...stored, event }) }
      : { ...state, list: evolveList(state.list, { ...stored, event }) };
  } catch {
    return { ...state, isUnreadable: true };
  }
}

/**
 * A list as it was, made in the plainest way: with all events in memory.
 *
 * @param projected the position up to which the tables tell which streams are the list's
 */
export function plainPast(
  log: readonly TimedEvent[],
  { listId, moment, projected = Infinity }: { listId: string; moment: string; projected?: number },
) {
  const known = foldAll(log.filter(({ position }) => position <= projected));
  const ofList = [...known].filter(([id, { todo, isUnreadable }]) => {
    const lists = todo === undefined ? [] : [todo.listId, ...todo.formerListIds];
    return id === listId || isUnreadable || lists.includes(listId);
  });
  const ids = new Set([listId, ...ofList.map(([id]) => id)]);
  const events = log.filter(({ streamId }) => ids.has(streamId));
  const last = events.findLast((event) => event.moment <= moment)?.position ?? 0;
  const states = [...foldAll(events.filter(({ position }) => position <= last)).values()];
  return {
    list: states.find(({ list }) => list?.id === listId)?.list,
    unreadable: states.filter(({ isUnreadable }) => isUnreadable).length,
    todos: states.flatMap(({ todo }) => (todo?.listId === listId && todo.removedAt === null ? [todo] : [])),
  };
}

interface Asked {
  readonly show: Show;
  readonly after?: { readonly order: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The counters and a page, made by sorting all there is. */
export function plainPage(todos: readonly Todo[], { show, after, limit }: Asked) {
  const done = todos.filter(({ completedAt }) => completedAt !== null);
  const tabs = { all: todos, done, active: todos.filter((todo) => !done.includes(todo)) };
  const shown = tabs[show]
    .map((todo) => {
      const { id, title, priority, note, noteVersion, labelIds, completedAt, sortOrder: order } = todo;
      const { dueOn, dueTime, dueZone, recurrence, occurrence, itemCount, tickedCount } = todo;
      const due = { dueOn, dueTime, dueZone, recurrence, occurrence, itemCount, tickedCount };
      return { id, title, priority, noteVersion, labelIds, hasNote: note !== '', completedAt, ...due, order };
    })
    .toSorted(compare);
  const before = after === undefined ? 0 : shown.filter((todo) => compare(todo, after) <= 0).length;
  const behind = (place: number) =>
    shown[place - 1] && { order: shown[place - 1]?.order, id: shown[place - 1]?.id };
  const hasMore = before + limit < shown.length;
  return {
    open: todos.length - done.length,
    done: done.length,
    todos: shown.slice(before, before + limit),
    pages: {
      before,
      total: shown.length,
      previous: before === 0 ? undefined : (behind(before - limit) ?? 'start'),
      next: hasMore ? behind(before + limit) : undefined,
      last: hasMore ? behind(shown.length - limit) : undefined,
    },
  };
}

type Placed = { readonly order: string; readonly id: string };

function compare(one: Placed, other: Placed): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  else if (one.id === other.id) return 0;
  else return one.id < other.id ? -1 : 1;
}
