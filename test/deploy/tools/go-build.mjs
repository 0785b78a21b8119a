import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { runCommand } from '../run-command.mjs';

const EVERY_MS = 60_000;

/**
 * `go build` of something large: each minute it is said how far it has come.
 *
 * @param args flags, `-o` and packages
 * @throws Error with what go said that was not the name of a package
 */
export async function buildWithProgress(what, { go, args, options }) {
  const packages = args.filter((arg) => arg.startsWith('k8s.io/'));
  const { stdout } = await runCommand(go, ['list', '-mod=mod', '-deps', ...packages], options);
  const all = new Set(stdout.split('\n').filter(Boolean));
  const said = [];
  let built = 0;
  const started = Date.now();
  const timer = setInterval(() => {
    const minutes = Math.round((Date.now() - started) / EVERY_MS);
    console.log(`  compiling ${what}: ${built} of ${all.size} packages, ${minutes} min`);
  }, EVERY_MS);
  const child = spawn(go, ['build', '-v', ...args], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  // It would go on compiling for a quarter of an hour, for nobody.
  endWithThisProcess(child.pid);
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (all.has(line)) built += 1;
    else said.push(line);
  });
  const [code] = await once(child, 'close').finally(() => clearInterval(timer));
  if (code !== 0) throw new Error(`go build ended with ${code}\n${said.slice(-20).join('\n')}`);
}
