import { Command } from '@nestjs/cqrs';
import type { Decision, DomainEvent, List, Todo } from '#libs/domain';
import type { CommandContext } from './command-context.js';
import type { Outcome } from './outcome.js';
import type { Streams } from './streams.js';

/** What was decided, and on which state of the stream that the events go to. */
export interface Decided {
  /** How many events the stream had. */
  readonly version: number;
  /** Of the last of them; 0 when there is none. */
  readonly position: number;
  /** The to-do or the list, before what was decided. */
  readonly state: Todo | List | undefined;
  readonly decision: Decision<DomainEvent>;
}

/** The command of a use case: on which stream it acts, and how it is decided. `Decider` handles all of them. */
export abstract class UseCase extends Command<Outcome> {
  constructor(
    readonly context: CommandContext,
    readonly streamId: string,
  ) {
    super();
  }

  /** Loads what the decision depends on, as it is now, and decides. It may be asked again when others were quicker. */
  abstract decideOn(streams: Streams): Promise<Decided>;
}
