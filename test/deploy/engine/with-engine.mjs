import { makeBaseImages } from './base-images.mjs';
import { startEngine } from './engine.mjs';
import { whyNoEngine } from './why-no-engine.mjs';

/** Runs the parts of a check that take a Docker engine; where none can run, the check is skipped. */
export async function withEngine({ scratch, environment, skip }, name, work) {
  const reason = whyNoEngine();
  if (reason) return skip(name, reason);
  const engine = await startEngine(scratch, environment);
  try {
    await makeBaseImages(engine);
    await work(engine);
  } finally {
    await engine.stop();
  }
}
