// `make verify-deploy`: every file in checks/, or those that are named as arguments: `node test/deploy/run.mjs helm`.
import { readdirSync } from 'node:fs';
import { runCheck } from './run-check.mjs';

const SUFFIX = '.check.mjs';
const files = readdirSync(new URL('checks/', import.meta.url)).filter((file) => file.endsWith(SUFFIX));
const known = files.map((file) => file.slice(0, -SUFFIX.length)).sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exitCode = 2;
} else {
  const results = [];
  for (const name of asked.length > 0 ? asked : known) {
    results.push(...(await runCheck(await import(`./checks/${name}${SUFFIX}`))));
  }
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  process.exitCode = count('failed') > 0 ? 1 : 0;
}
