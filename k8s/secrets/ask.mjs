import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks on the terminal without showing what is typed. Where nobody can answer, the answer is empty. */
export async function ask(question) {
  if (!process.stdin.isTTY) return '';
  process.stdout.write(`${question}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await terminal.question('');
  terminal.close();
  process.stdout.write('\n');
  return answer.trim();
}

/** What is in a file that is named in the environment, or else is asked for. */
export async function askForFile(named, question) {
  const file = named ?? (await ask(question));
  return file === '' ? '' : readFileSync(file, 'utf8').trim();
}
