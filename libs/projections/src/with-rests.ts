import { setTimeout as pause } from 'node:timers/promises';

/** The same batches; gently, with a rest after each for as long as reading it and working on it took. */
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
