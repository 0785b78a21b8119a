import { expect } from '@jest/globals';
import type { Decision, DomainEvent, Recorded } from '#libs/domain';

type Evolve<State, Event extends DomainEvent> = (
  state: State | undefined,
  recorded: Recorded<Event>,
) => State;

/**
 * `given(evolve, ...history).when(decide).then(events | refusal)`: what a decision makes of a history. Whatever it
 * decides is applied as well, because a decision that its own state cannot take in would be a stream that cannot be read.
 */
export function given<State, Event extends DomainEvent>(
  evolve: Evolve<State, Event>,
  ...history: readonly Event[]
) {
  return {
    when(decide: (state: State | undefined) => Decision<Event>) {
      const decision = decide(stateAfter(evolve, ...history));
      return {
        // oxlint-disable-next-line unicorn/no-thenable -- given, when, then: nobody awaits it
        then(expected: Decision<Event>) {
          expect(decision).toEqual(expected);
          if (typeof decision !== 'string') stateAfter(evolve, ...history, ...decision);
        },
      };
    },
  };
}

/** What a history makes. */
export function stateAfter<State, Event extends DomainEvent>(
  evolve: Evolve<State, Event>,
  ...history: readonly Event[]
): State | undefined {
  return history.reduce<State | undefined>(
    (state, event, index) => evolve(state, recorded(event, index)),
    undefined,
  );
}

/** An event as the log has it, one second after the one before. */
function recorded<Event extends DomainEvent>(event: Event, index: number): Recorded<Event> {
  return {
    event,
    streamId: '0190f3a2-7c1b-7000-8000-0000000000aa',
    version: index + 1,
    position: 100 + index,
    workspaceId: '0190f3a2-7c1b-7000-8000-0000000000bb',
    recordedAt: new Date(1_000 * index),
  };
}
