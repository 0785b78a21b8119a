import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from './until.mjs';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const WITHIN_MS = 180_000;
const SHELL = { SHELL: '/bin/bash', TERM: 'dumb', COMPOSE_ANSI: 'never', COMPOSE_PROGRESS: 'plain' };

/**
 * Runs a command line as a person at a terminal would, where the engine's ports are, and answers with what they would see.
 *
 * @param options `cwd`, `env`, `typed` (what they type, before they end the input by Ctrl-D), and for a command that goes on until it is told to end `enough`: a
 *   function that does not throw once they have seen enough and type Ctrl-C
 * @throws Error with all of it when it ends with another code than 0, or ends before they have seen enough
 */
export async function atTerminal(engine, line, { cwd, env, typed = '', enough }) {
  const terminal = ['--quiet', '--return', '--flush', '--command', line, '/dev/null'];
  const [program, args, options] = engine.inside('script', terminal);
  const child = spawn(program, args, { cwd, env: { ...options.env, ...SHELL, ...env } });
  const seen = listen(child);
  const ended = once(child, 'close');
  const timer = setTimeout(() => child.kill('SIGKILL'), WITHIN_MS);
  child.stdin.on('error', () => undefined);
  child.stdin.write(typed);
  // Again and again, because one that comes too early is nobody's.
  const typing = setInterval(() => enough ?? child.stdin.write(CTRL_D), 1000);
  try {
    if (enough) await breakOff(child, () => enough(seen.text));
    const [code, signal] = await ended;
    // After Ctrl-C programs say in different ways that they were told to.
    if (code !== 0 && !enough) throw new Error(`It ended with ${code ?? signal}`);
    return seen.text;
  } catch (cause) {
    throw new Error(`${line}\n${seen.text}`, { cause });
  } finally {
    child.kill('SIGKILL');
    clearTimeout(timer);
    clearInterval(typing);
  }
}

async function breakOff(child, enough) {
  await until(enough, WITHIN_MS / 2, child);
  if (child.exitCode !== null) throw new Error(`It has ended by itself, with ${child.exitCode}`);
  child.stdin.write(CTRL_C);
}

function listen(child) {
  const seen = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (seen.text += text.replaceAll('\r', '')));
  }
  return seen;
}
