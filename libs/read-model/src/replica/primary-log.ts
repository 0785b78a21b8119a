import type { Database } from '#libs/platform';
import { writtenBy, type Lsn } from './standing.js';

/** How far the primary is, looked at now and then, so that no standby is read that has fallen behind it. */
export class PrimaryLog {
  /** What tells one PostgreSQL, with its standbys, from all others. */
  private system: string | undefined;
  private latest: Lsn | undefined;
  private before: Lsn = Number.MAX_SAFE_INTEGER;
  private looking: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  /** What a standby must have replayed: where the primary was at the look before the last one. */
  get floor(): Lsn {
    return this.before;
  }

  written(): Promise<Lsn> {
    return writtenBy(this.database);
  }

  /** @throws Error when a standby of this system is none of this primary's */
  recognise(system: string | undefined): void {
    if (this.system === undefined)
      throw new Error('cannot be compared with the primary, which has not answered yet');
    else if (this.system !== system) throw new Error('is a standby of another PostgreSQL');
  }

  /** While the primary is away nothing is written there, and what it was last seen at goes on to be what is asked for. */
  look(): Promise<void> {
    this.looking ??= this.lookNow().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async lookNow(): Promise<void> {
    try {
      this.system ??= await systemOf(this.database);
      const written = await this.written();
      this.before = this.latest ?? written;
      this.latest = written;
    } catch {
      // Readiness tells of it.
    }
  }
}

async function systemOf(database: Database): Promise<string | undefined> {
  const [row] = await database.query<{ readonly system: string }>(SYSTEM);
  return row?.system;
}

export const SYSTEM = 'select system_identifier::text as system from pg_control_system()';
