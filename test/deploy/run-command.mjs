import { spawn } from 'node:child_process';

/**
 * Runs a program without a shell and answers with what it wrote: `{stdout, stderr}`.
 *
 * @param options `cwd`, `env`, `input` (written to its standard input), `code` (the exit code that is right, else 0)
 * @throws Error with the command and all that it wrote when it ends otherwise
 */
export async function runCommand(program, args = [], { input = '', code: expected = 0, ...options } = {}) {
  const { code, stdout, stderr } = await finished(spawn(program, args, options), input);
  if (code === expected) return { stdout, stderr };
  const command = [program, ...args].join(' ');
  throw new Error(`${command}\nended with ${code}, not ${expected}\n${stdout}${stderr}`.trimEnd());
}

function finished(child, input) {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (text) => (written[name] += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? signal, ...written }));
    // A program that ends without reading its input is judged by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
