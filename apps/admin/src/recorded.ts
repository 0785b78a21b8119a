import { recordCommand, type Audited } from '#libs/accounts';
import type { BackupHeader } from '#libs/event-store';
import { withPeople } from './people/with-people.js';

/** Records what was done with a backup. When that fails, as in a database of version 0.1.0, what was done stays done, and it is said. */
export async function recorded(
  what: Extract<Audited, `backup-${string}`>,
  { takenAt, events }: BackupHeader,
): Promise<void> {
  try {
    await withPeople((store) => recordCommand(store, { what, details: { takenAt, events: String(events) } }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`It could not be recorded in the audit trail: ${reason}\n`);
  }
}
