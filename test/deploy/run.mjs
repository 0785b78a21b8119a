// `make verify-deploy`: every file in checks/, or those that are named as arguments: `node test/deploy/run.mjs helm`.
// `--without kubernetes` leaves out what needs that, and says so.
import { parseArgs } from 'node:util';
import { readdirSync } from 'node:fs';
import { leaveOut, runCheck } from './run-check.mjs';

const SUFFIX = '.check.mjs';
/** What checks need that takes long to have. */
const NEEDS = ['kubernetes'];

const files = readdirSync(new URL('checks/', import.meta.url)).filter((file) => file.endsWith(SUFFIX));
const known = files.map((file) => file.slice(0, -SUFFIX.length)).sort();
const { values, positionals: asked } = parseArgs({
  options: { without: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const unknown = [
  ...asked.filter((name) => !known.includes(name)),
  ...values.without.filter((name) => !NEEDS.includes(name)),
];

if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  console.error(`--without takes ${NEEDS.join(', ')}.`);
  process.exitCode = 2;
} else {
  const results = [];
  for (const name of asked.length > 0 ? asked : known) {
    const check = await import(`./checks/${name}${SUFFIX}`);
    const missing = values.without.find((need) => check.needs?.includes(need));
    results.push(...(missing === undefined ? await runCheck(check) : leaveOut(check, missing)));
  }
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  process.exitCode = count('failed') > 0 ? 1 : 0;
}
