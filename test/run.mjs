// Everything that `make test` checks. With arguments it only runs Jest with them: `npm test -- libs/domain`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const checks = [
  ['build', 'nest build web && rolldown --config'],
  ['format', 'prettier --check --log-level warn .'],
  ['lint', 'oxlint --type-aware --deny-warnings'],
  ['types', 'tsc --noEmit'],
  ['boundaries', 'depcruise --output-type err-long apps libs migrations'],
  ['secrets', 'node k8s/secrets/check.mjs'],
];

const TIMED = '/test/timed/';

const counts = { passed: 0, failed: 0, skipped: 0 };
const args = process.argv.slice(2);

if (args.length === 0) {
  for (const [name, command] of checks) count(check(name, command));
  countTests('tests', ['--testPathIgnorePatterns', '/node_modules/', TIMED]);
  // What is measured is measured alone: two tests that share a machine measure each other.
  countTests('timed tests', ['--runInBand', TIMED]);
} else {
  countTests('tests', args);
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** Runs a command from node_modules/.bin, its output going straight through, and says whether it succeeded. */
function check(name, command, env = {}) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return status === 0;
}

function count(passed) {
  counts[passed ? 'passed' : 'failed'] += 1;
}

/** Every test counts; so does a file that could not even be run, or tests of which nothing was heard. */
function countTests(name, jestArguments) {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-results-'));
  const file = join(folder, 'results.json');
  const quoted = jestArguments.map((argument) => `'${argument.replaceAll("'", `'\\''`)}'`).join(' ');
  const options = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  const ran = check(name, `jest --json --outputFile='${file}' ${quoted} > /dev/null`, {
    NODE_OPTIONS: options,
  });
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed += results.numPassedTests;
    counts.failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
    counts.skipped += results.numPendingTests + results.numTodoTests;
    if (!ran && results.numFailedTests + results.numRuntimeErrorTestSuites === 0) counts.failed += 1;
  } catch {
    counts.failed += 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
