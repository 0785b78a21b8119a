import { sql, type RawBuilder } from 'kysely';
import type { ReadModel } from '#libs/read-model';

/** Rows in a batch: few, so that others get their turn between two of them, and that they need little memory. */
const BATCH = sql.lit(500);

/**
 * Reads the rows of a select, however many there are, and hands them on a batch at a time. The next batch is on
 * its way meanwhile. All are of one moment.
 */
export async function inBatches<Row>(
  { kysely }: ReadModel,
  select: RawBuilder<Row>,
  use: (batch: readonly Row[]) => void,
): Promise<void> {
  await kysely
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await sql`declare batches no scroll cursor for ${select}`.execute(transaction);
      const fetch = async () => (await sql<Row>`fetch ${BATCH} from batches`.execute(transaction)).rows;
      let fetching = fetch();
      for (;;) {
        const batch = await fetching;
        if (batch.length === 0) return;
        fetching = fetch();
        // The next round awaits it. If `use` throws before, an error must not become an unhandled rejection.
        fetching.catch(() => undefined);
        use(batch);
      }
    });
}
