import { TestEnvironment } from 'jest-environment-node';

/**
 * Where a test file runs: when all of its hooks have run, what they have left open is closed, for example because the one
 * that opens it has failed halfway. See leftovers.ts.
 */
export default class ClosingEnvironment extends TestEnvironment {
  hasFailed = false;

  async handleTestEvent({ name }) {
    if (name === 'test_fn_failure' || name === 'hook_failure') this.hasFailed = true;
    if (name === 'run_finish') await this.global.endLeftovers?.(this.hasFailed);
  }
}
