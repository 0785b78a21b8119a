import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeWithThisProcess } from '../support/end-with-this-process.mjs';
import { cleanEnvironment } from './clean-environment.mjs';
import { root } from './root.mjs';

/**
 * Runs one check and answers with its results. A check exports `name` and `run(context)`, which throws an Error that says
 * what to do, and may report its parts by `context.step(name, work)`. `context.skip(name, reason)` says what could not run.
 */
export async function runCheck({ name, run }) {
  console.log(`\n── ${name}`);
  const results = [];
  const scratch = mkdtempSync(join(tmpdir(), 'garbanzo-deploy-'));
  removeWithThisProcess(scratch);
  const report = (result) => results.push(tell(result));
  const context = {
    root,
    /** A folder for whatever the check writes; it is removed afterwards. */
    scratch,
    environment: cleanEnvironment(scratch),
    step: async (part, work) => report(await outcomeOf(part, work)),
    skip: (part, reason) => report({ name: part, outcome: 'skipped', seconds: 0, reason }),
  };
  const whole = await outcomeOf(name, () => run(context));
  if (whole.outcome === 'failed' || results.length === 0) report(whole);
  rmSync(scratch, { recursive: true, force: true });
  return results;
}

/** The results of a check that is not run, because something that it needs was left out. */
export function leaveOut({ name }, need) {
  console.log(`\n── ${name}`);
  return [tell({ name, outcome: 'skipped', seconds: 0, reason: `left out by --without ${need}` })];
}

async function outcomeOf(name, work) {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  try {
    await work();
    return { name, outcome: 'passed', seconds: seconds() };
  } catch (error) {
    return { name, outcome: 'failed', seconds: seconds(), error };
  }
}

const SIGNS = { passed: '✓', failed: '✗', skipped: '–' };

function tell(result) {
  const { name, outcome, seconds, reason, error } = result;
  const after = outcome === 'skipped' ? `skipped: ${reason}` : `${seconds.toFixed(1)} s`;
  console.log(`${SIGNS[outcome]} ${name} (${after})`);
  if (error) console.log(indent(explain(error)));
  return result;
}

/** With whatever led to it. */
function explain(error) {
  const cause = error.cause === undefined ? '' : `\nbecause of ${explain(error.cause)}`;
  return (error.stack ?? String(error)) + cause;
}

const indent = (text) => text.replaceAll(/^/gm, '    ');
