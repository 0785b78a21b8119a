import { EVENTS, isRefusal, type DomainEvent } from '#libs/domain';
import type { Append, NewEvent } from '#libs/event-store';
import type { Streams } from './streams.js';
import type { Decided, UseCase } from './use-case.js';

interface Judged {
  readonly useCase: UseCase;
  readonly streams: Streams;
  readonly decided: Decided;
}

/** What a decision appends, in its order: nothing if it is a refusal, or changes nothing. */
export function appendsOf(shard: number, { useCase, streams, decided }: Judged): readonly Append[] {
  const { context, streamId, causationId } = useCase;
  const { decision, first } = decided;
  if (isRefusal(decision) || decision.length === 0) return [];
  const common = { ...context, shard, causationId };
  const lookedAt = streams.besides(streamId);
  const own = { ...common, streamId, lookedAt, expected: decided, events: newEvents(decision) };
  if (first === undefined) return [own];
  else return [{ ...common, ...first, lookedAt: new Map(), events: newEvents(first.events) }, own];
}

function newEvents(events: readonly DomainEvent[]): readonly NewEvent[] {
  return events.map(({ type, data }) => ({ type, data, schemaVersion: EVENTS[type].schemaVersion }));
}
