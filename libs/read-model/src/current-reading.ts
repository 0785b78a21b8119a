import { AsyncLocalStorage } from 'node:async_hooks';
import type { PostgresPoolClient } from 'kysely';

/** Where the statements of one page run. */
interface CurrentReading {
  /** The connection to the replica on which all of them run; undefined if the primary is to be asked. */
  connection(): Promise<PostgresPoolClient | undefined>;
  /** Whether it is read from the replica, and the replica shows this position of the log. */
  shows(place: { readonly shard: number; readonly position: number }): Promise<boolean>;
  /** Tells that a statement runs on the primary. */
  usesPrimary(): void;
}

/** The reading that the running code belongs to. Whatever runs outside of one reads from the primary. */
export const currentReading = new AsyncLocalStorage<CurrentReading>();
