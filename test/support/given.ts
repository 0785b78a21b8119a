import { expect } from '@jest/globals';
import type { Decision } from '#libs/domain';

/**
 * `given(evolve, ...history).when(decide).then(events | refusal)`: what a decision makes of a history. Whatever it
 * decides is applied as well, because a decision that its own state cannot take in would be a stream that cannot be read.
 */
export function given<State, Event>(
  evolve: (state: State | undefined, event: Event) => State,
  ...history: readonly Event[]
) {
  const fold = (events: readonly Event[]) => events.reduce<State | undefined>(evolve, undefined);
  return {
    when(decide: (state: State | undefined) => Decision<Event>) {
      const decision = decide(fold(history));
      return {
        // oxlint-disable-next-line unicorn/no-thenable -- given, when, then: nobody awaits it
        then(expected: Decision<Event>) {
          expect(decision).toEqual(expected);
          if (typeof decision !== 'string') fold([...history, ...decision]);
        },
      };
    },
  };
}
