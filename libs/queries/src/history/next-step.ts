import {
  EVENTS,
  evolveLabels,
  evolveList,
  evolveTodo,
  isLabelEvent,
  isTodoEvent,
  type DomainEvent,
  type LabelEvent,
  type Labels,
  type List,
  type ListEvent,
  type Recorded,
  type Todo,
  type TodoEvent,
} from '#libs/domain';
import { upcast, type StoredEvent } from '#libs/event-store';

/** An event with the state of its list or to-do, or of the labels, before and after it. */
export type KnownStep<Stored extends StoredEvent = StoredEvent> = { readonly stored: Stored } & (
  | {
      readonly of: 'list';
      readonly event: ListEvent;
      readonly before: List | undefined;
      readonly after: List;
    }
  | {
      readonly of: 'todo';
      readonly event: TodoEvent;
      readonly before: Todo | undefined;
      readonly after: Todo;
    }
  | {
      readonly of: 'labels';
      readonly event: LabelEvent;
      readonly before: Labels | undefined;
      readonly after: Labels;
    }
);

/**
 * An event that this version cannot read, or a later one of the same stream. What it changed is unknown, and
 * is not guessed.
 */
export interface UnknownStep<Stored extends StoredEvent = StoredEvent> {
  readonly of: 'unknown';
  readonly stored: Stored;
  readonly last: KnownStep | undefined;
}

export type Step<Stored extends StoredEvent = StoredEvent> = KnownStep<Stored> | UnknownStep<Stored>;

/**
 * Folds the next event of a stream, as projections do.
 *
 * @param last what the event before it changed; undefined for the first event of a stream
 */
export function nextStep<Stored extends StoredEvent>(
  last: Step<Stored> | undefined,
  stored: Stored,
): Step<Stored> {
  if (last?.of === 'unknown') return { ...last, stored };
  try {
    return evolve(last, stored, upcast(stored, EVENTS));
  } catch {
    return { of: 'unknown', stored, last };
  }
}

function evolve<Stored extends StoredEvent>(
  last: KnownStep | undefined,
  stored: Stored,
  event: DomainEvent,
): KnownStep<Stored> {
  if (isTodoEvent(event)) {
    const before = last?.of === 'todo' ? last.after : undefined;
    return { of: 'todo', stored, event, before, after: evolveTodo(before, { ...stored, event }) };
  } else if (isLabelEvent(event)) {
    return { of: 'labels', stored, event, ...changedLabels(last, { ...stored, event }) };
  } else {
    const before = last?.of === 'list' ? last.after : undefined;
    return { of: 'list', stored, event, before, after: evolveList(before, { ...stored, event }) };
  }
}

function changedLabels(last: KnownStep | undefined, recorded: Recorded<LabelEvent>) {
  const before = last?.of === 'labels' ? last.after : undefined;
  return { before, after: evolveLabels(before, recorded) };
}
