import { sql } from 'kysely';
import { STORED_EVENT, type StoredEvent } from '#libs/event-store';

/** An event with the columns that only histories show. */
export interface LoggedEvent extends StoredEvent {
  /** The id of the person who caused the event. */
  readonly actorId: string;
  readonly commandId: string;
  /** The command that it follows from: the one that was taken back, or its own. */
  readonly causationId: string;
  /** `recordedAt` as ISO 8601 in UTC, with microseconds, which a `Date` cannot hold. */
  readonly moment: string;
}

/** The columns of a logged event, for a select list. */
export const LOGGED_EVENT = sql.raw(`${STORED_EVENT}, e.actor_id as "actorId",
  e.command_id as "commandId", e.causation_id as "causationId",
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment`);
