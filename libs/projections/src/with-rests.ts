import { setTimeout as pause } from 'node:timers/promises';

/**
 * Passes the batches on. If gentle, it pauses after each batch for as long as reading and processing it took.
 */
export async function* withRests<Batch>(
  batches: AsyncIterable<Batch>,
  gentle: boolean,
): AsyncGenerator<Batch> {
  let begun = performance.now();
  for await (const batch of batches) {
    yield batch;
    if (gentle) await pause(performance.now() - begun);
    begun = performance.now();
  }
}
