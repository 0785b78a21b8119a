// Everything that `make test` checks. With arguments it only runs Jest with them: `npm test -- libs/domain`.
import { check } from './run/check.mjs';
import { runManyTests, runTests } from './run/tests.mjs';

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
  for (const [name, command] of checks) counts[check(name, command) ? 'passed' : 'failed'] += 1;
  add(runManyTests('tests', ['--testPathIgnorePatterns', '/node_modules/', TIMED]));
  // What is measured is measured alone: two tests that share a machine measure each other.
  add(runManyTests('timed tests', ['--runInBand', TIMED]));
} else {
  add(runTests('tests', args));
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function add({ passed, failed, skipped }) {
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
}
