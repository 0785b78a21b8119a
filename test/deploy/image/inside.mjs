import { mustRefuse } from '../must-refuse.mjs';

/** What somebody sees who enters a container: its commands, and that nothing can be changed. */
export async function checkConfined(container) {
  await container.exec('garbanzo', 'admin', 'status');
  await container.exec('touch', '/tmp/file');
  await mustRefuse('a file in the image', /Read-only/, () => container.exec('touch', '/app/file'));
  const status = await container.exec('cat', '/proc/1/status');
  for (const expected of [/^CapEff:\s+0+$/m, /^CapBnd:\s+0+$/m, /^NoNewPrivs:\s+1$/m]) {
    if (!expected.test(status)) throw new Error(`Not ${expected}, but:\n${status}`);
  }
}

/** Seconds of processor time. Node takes more until it runs its first line; a check runs again and again, for ever. */
const CHEAP = 0.05;

/** @param check the command of the health check */
export async function checkHealth(container, check) {
  await container.exec(...check);
  await container.exec(...check, '/health/ready');
  await mustRefuse('an address that is not there', /404/, () => container.exec(...check, '/no'));
  await mustBeWell(container);
  await mustBeCheap(container, check);
  await mustRefuse('a check by Node', /takes/, () => mustBeCheap(container, ['node', '--eval', '0']));
}

async function mustBeCheap(container, check) {
  const timed = 'TIMEFORMAT="%U + %S"; { time "$@" > /dev/null; } 2>&1';
  const spent = await container.exec('bash', '-c', timed, 'bash', ...check);
  const seconds = spent.split(' + ').reduce((sum, part) => sum + Number(part), 0);
  // Also when it is no number.
  if (!(seconds < CHEAP))
    throw new Error(`The health check ${check.join(' ')} takes ${spent} s of a processor`);
}

/** As Docker sees it, which has asked as the image says. */
async function mustBeWell(container) {
  const health = await container.inspect('{{ json .State.Health }}');
  if (JSON.parse(health).Status !== 'healthy') throw new Error(`Docker does not call it healthy: ${health}`);
}
