import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { until } from '../support/until.js';

/** What node answers to a script that may use the frame. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const module = (script: string) => run('--input-type=module', '--eval', script);

const checking = (body: string) => `
  import { runCheck } from './test/deploy/run-check.mjs';
  const results = await runCheck({ name: 'the check', run: async ({ step, skip }) => { ${body} } });
  console.log(results.map(({ name, outcome }) => name + ' ' + outcome).join(', '));`;

describe('make verify-deploy', () => {
  it('counts each step, and goes on after one that fails', () => {
    const body = `await step('first', () => { throw new Error('say why') });
                  await step('second', () => undefined); skip('third', 'no cluster');`;
    const { said } = module(checking(body));
    expect(said).toContain('first failed, second passed, third skipped');
    expect(said).toContain('say why');
  });

  it('counts a check without steps, and one that fails outside of them', () => {
    expect(module(checking('')).said).toContain('the check passed');
    const broken = `await step('first', () => undefined); throw new Error('no tool')`;
    expect(module(checking(broken)).said).toContain('first passed, the check failed');
  });

  it.each(['SIGKILL', 'SIGINT'] as const)(
    'leaves nothing of a run behind that ends by %s',
    async (signal) => {
      const script = `
      import { runCheck } from './test/deploy/run-check.mjs';
      await runCheck({ name: 'the check', run: async ({ scratch }) => {
        console.log('it writes into ' + scratch + '.'); await new Promise(() => setInterval(() => {}, 1000)); } });`;
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
      await until(() => said.includes('it writes'));
      const [, scratch = ''] = /it writes into (.*)\.$/m.exec(said) ?? [];
      expect(existsSync(scratch)).toBe(true);
      child.kill(signal);
      await once(child, 'exit');
      await until(() => !existsSync(scratch), 20_000);
    },
  );

  it('refuses the name of a check that there is not', () => {
    const { status, said } = run('test/deploy/run.mjs', 'nothing');
    expect(status).toBe(2);
    expect(said).toContain('No check is called nothing');
  });

  it('leaves out what needs something that is not to be had, and counts it as skipped', () => {
    const { status, said } = run('test/deploy/run.mjs', 'deployment', '--without', 'kubernetes');
    expect(status).toBe(0);
    expect(said).toContain('left out by --without kubernetes');
    expect(said).toMatch(/\n0 passed, 0 failed, 1 skipped\n$/);
    expect(run('test/deploy/run.mjs', '--without', 'nothing').status).toBe(2);
  });

  it('notices a negative control that is accepted, or refused for another reason', () => {
    const control = (work: string) => `
      import { mustRefuse } from './test/deploy/must-refuse.mjs';
      await mustRefuse('a fault', /reason/, async () => { ${work} });`;
    expect(module(control(`throw new Error('the reason')`)).status).toBe(0);
    expect(module(control('')).said).toContain('a fault was accepted');
    expect(module(control(`throw new Error('something else')`)).said).toContain('not because of /reason/');
  });
});
