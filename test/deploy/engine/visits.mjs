import { fileURLToPath } from 'node:url';

const visitor = fileURLToPath(new URL('visit.mjs', import.meta.url));

/** Runs visit.mjs where the engine's ports are, and answers with what it says. */
export async function visit(engine, ...args) {
  return (await engine.run('node', [visitor, ...args])).stdout.trim();
}
