import { Command } from '@nestjs/cqrs';
import type { Decision, DomainEvent, Labels, List, Todo } from '#libs/domain';
import type { StreamVersion } from '#libs/event-store';
import type { CommandContext } from './command-context.js';
import type { Outcome } from './outcome.js';
import type { Streams } from './streams.js';

/** A decision, and the version of the stream on which it is based. Its events are appended to that stream. */
export interface Decided extends StreamVersion {
  /** The position of the stream's last event; 0 if it has none. */
  readonly position: number;
  /** The to-do, the list or the labels, before what was decided. */
  readonly state: Todo | List | Labels | undefined;
  readonly decision: Decision<DomainEvent>;
  /** What is appended to another stream together with it, and before it. */
  readonly first?: Beside;
}

/** Events of another stream than the one that a command changes. */
export interface Beside {
  readonly streamId: string;
  readonly expected: StreamVersion;
  readonly events: readonly DomainEvent[];
}

/**
 * The command of a use case: which stream it changes, and how it is decided. `Decider` handles all commands.
 */
export abstract class UseCase extends Command<Outcome> {
  /** The command that this one follows from: itself, unless it says so. */
  get causationId(): string {
    return this.context.commandId;
  }

  constructor(
    readonly context: CommandContext,
    readonly streamId: string,
  ) {
    super();
  }

  /** Loads the current state of what the decision depends on, and decides. Called again after a conflict. */
  abstract decideOn(streams: Streams): Promise<Decided>;
}
