import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from './until.mjs';

const CTRL_C = '\u0003';
const WITHIN_MS = 180_000;

/**
 * Runs a command line as a person at a terminal would, where the engine's ports are, and answers with what they would see.
 *
 * @param options `cwd`, `env`, `typed` (what they type), and for a command that goes on until it is told to end `enough`: a
 *   function that does not throw once they have seen enough and type Ctrl-C
 * @throws Error with all of it when it ends with another code than 0, or ends before they have seen enough
 */
export async function atTerminal(engine, line, { cwd, env = {}, typed = '', enough } = {}) {
  const terminal = ['--quiet', '--return', '--flush', '--command', line, '/dev/null'];
  const [program, args, options] = engine.inside('script', terminal);
  const shell = { SHELL: '/bin/bash', TERM: 'dumb', COMPOSE_ANSI: 'never', COMPOSE_PROGRESS: 'plain' };
  const child = spawn(program, args, { cwd, env: { ...options.env, ...shell, ...env } });
  const seen = listen(child);
  const ended = once(child, 'close');
  const timer = setTimeout(() => child.kill('SIGKILL'), WITHIN_MS);
  child.stdin.on('error', () => undefined);
  child.stdin.write(typed);
  if (enough) {
    await until(() => enough(seen.text), WITHIN_MS, child).catch((cause) => fail(line, seen, cause));
    if (child.exitCode !== null) fail(line, seen, `it has ended with ${child.exitCode}`);
    child.stdin.write(CTRL_C);
  }
  const [code, signal] = await ended;
  clearTimeout(timer);
  // After Ctrl-C programs say in different ways that they were told to.
  if (code !== 0 && !enough) fail(line, seen, `ended with ${code ?? signal}`);
  return seen.text;
}

function listen(child) {
  const seen = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (seen.text += text.replaceAll('\r', '')));
  }
  return seen;
}

function fail(line, seen, cause) {
  throw new Error(`${line}\n${seen.text}`, { cause });
}
