import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { endWithThisProcess } from '../support/end-with-this-process.mjs';

const COMMAND = fileURLToPath(new URL('../../apps/admin/bin/garbanzo.js', import.meta.url));
const LOOK_EVERY_MS = 20;

/**
 * Runs the command line as people do, and answers what it said, how long it took (seconds) and the most memory that it
 * had (MiB).
 */
export async function garbanzo({ url }, ...args) {
  const begun = performance.now();
  const child = spawn(COMMAND, args, {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithThisProcess(child.pid);
  let memory = 0;
  const looking = setInterval(() => (memory = peakMemory(child.pid) ?? memory), LOOK_EVERY_MS);
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'exit');
  clearInterval(looking);
  const [stdout, stderr] = await said;
  if (code !== 0) throw new Error(`garbanzo ${args.join(' ')} ended with ${code}: ${stdout}${stderr}`);
  return { stdout, memory, seconds: (performance.now() - begun) / 1_000 };
}

/** The highest that it has been so far; undefined when the process is gone. */
function peakMemory(pid) {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes && Number(kibibytes) / 1024;
  } catch {
    return undefined;
  }
}
