import { spawn } from 'node:child_process';

/** Runs a program, gives it `input` by a pipe and answers with what it wrote. Its complaints are shown as they come. */
export function run(program, args, input = '') {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (written += text));
  // A program that ends without reading its input is judged by its exit code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(written);
      else reject(new Error(`${program} failed (${code})`));
    });
  });
}
