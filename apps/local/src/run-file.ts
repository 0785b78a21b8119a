import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { startTimeOf } from './process-identity.js';

const content = z.object({ pid: z.number().int().positive(), startTime: z.string(), url: z.string() });

/**
 * Says that we run in this folder, until it is released. What a killed run has left behind is taken over.
 *
 * @throws Error naming where the one runs that was quicker
 */
export function claimRunFile(file: string, url: string): { release(): void } {
  mkdirSync(dirname(file), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid), url });
  const other = runningIn(file);
  if (other !== undefined) {
    throw new Error(`Garbanzo is running here already: ${other.url} (process ${other.pid}).`);
  }
  rmSync(file, { force: true });
  // "wx" fails when another start has made it in between.
  writeFileSync(file, own, { flag: 'wx' });
  return { release: () => rmSync(file, { force: true }) };
}

function runningIn(file: string): z.infer<typeof content> | undefined {
  try {
    const found = content.parse(JSON.parse(readFileSync(file, 'utf8')));
    return startTimeOf(found.pid) === found.startTime ? found : undefined;
  } catch {
    return undefined;
  }
}
