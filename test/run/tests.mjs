import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { removeWithThisProcess } from '../support/end-with-this-process.mjs';
import { check } from './check.mjs';

/** So many files that failed are run again; when more fail, something is broken. */
const MOST_AGAIN = 5;

const NOT_RUN = 'Jest';

const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/**
 * Runs Jest, and names what fails.
 *
 * @returns counts of tests; a file that could not be run counts as one that failed
 */
export function runTests(name, args) {
  return summedUp(runJest(name, args));
}

/**
 * The few files in which something failed are run once more, alone: beside others, a browser can be slower than its driver
 * waits. What succeeds only then is named as well.
 */
export function runManyTests(name, args) {
  const files = runJest(name, args);
  const failing = files.filter(hasFailed);
  if (!isWorthAgain(failing)) return summedUp(files);
  const paths = failing.map((file) => file.name);
  const again = runJest(`${name}, once more and alone`, ['--runInBand', '--runTestsByPath', ...paths]);
  for (const { name: path } of again.filter((file) => !hasFailed(file))) {
    console.log(`! ${relative('', path)} succeeded only when it ran alone`);
  }
  return summedUp([...files.filter((file) => !hasFailed(file)), ...again]);
}

const isWorthAgain = (failing) =>
  failing.length > 0 && failing.length <= MOST_AGAIN && !failing.some(({ name }) => name === NOT_RUN);

/** @returns its files; among them one that failed if it ended badly and no test says why */
function runJest(name, args) {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-results-'));
  removeWithThisProcess(folder);
  const output = join(folder, 'results.json');
  try {
    const ran = check(name, `jest --json --outputFile='${output}' ${quoted(args)} > /dev/null`, {
      NODE_OPTIONS,
    });
    const files = JSON.parse(readFileSync(output, 'utf8')).testResults;
    return ran || files.some(hasFailed) ? files : [...files, notRun];
  } catch {
    return [notRun];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const quoted = (args) => args.map((argument) => `'${argument.replaceAll("'", `'\\''`)}'`).join(' ');

const notRun = { name: NOT_RUN, status: 'failed', assertionResults: [] };

const hasFailed = ({ status }) => status === 'failed';

function summedUp(files) {
  for (const file of files.filter(hasFailed)) nameFailures(file);
  const number = (of) => files.reduce((sum, file) => sum + of(file), 0);
  return {
    passed: number((file) => testsOf(file, 'passed').length),
    failed: number((file) => (hasFailed(file) ? Math.max(1, testsOf(file, 'failed').length) : 0)),
    skipped: number((file) => testsOf(file, 'pending', 'todo').length),
  };
}

function nameFailures(file) {
  const path = file.name === NOT_RUN ? file.name : relative('', file.name);
  const failed = testsOf(file, 'failed');
  if (failed.length === 0) console.log(`✗ ${path} could not be run`);
  for (const { fullName } of failed) console.log(`✗ ${path}: ${fullName}`);
}

const testsOf = (file, ...states) => file.assertionResults.filter(({ status }) => states.includes(status));
