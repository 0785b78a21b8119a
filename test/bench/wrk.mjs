import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { SIGNED_IN } from '../support/somebody.mjs';
import { IN_FLIGHT } from './load.mjs';

const SCRIPT = fileURLToPath(new URL('load.lua', import.meta.url));

/** A client that costs next to nothing. Debian's package has the same name. */
export const isWrkInstalled = spawnSync('wrk', ['--version']).error === undefined;

/**
 * Sends the same request again and again, or a form with another command id and title each time. It takes whole seconds.
 *
 * @param headers beside those that a form has
 */
export async function driveByWrk(url, { ms, method = 'GET', headers = {} }) {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  const sent = Object.entries({ ...SIGNED_IN, ...headers }).flatMap(([name, value]) => [
    '-H',
    `${name}: ${value}`,
  ]);
  const load = ['-t1', `-c${IN_FLIGHT}`, `-d${seconds}s`, '-s', SCRIPT];
  const args = [...load, ...sent, url, '--', method, randomUUID().slice(0, 24)];
  const child = spawn('wrk', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'exit');
  const [stdout, stderr] = await said;
  if (code !== 0) throw new Error(`wrk ended with ${code}: ${stdout}${stderr}`);
  const { requests, microseconds, p50, p99, failed } = JSON.parse(stderr);
  if (failed > 0) throw new Error(`${failed} of ${requests} requests (${method} ${url}) failed`);
  return { requests, perSecond: requests / (microseconds / 1e6), p50: p50 / 1_000, p99: p99 / 1_000 };
}
