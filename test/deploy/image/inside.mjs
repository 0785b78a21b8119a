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

/** @param check the command of the health check */
export async function checkHealth(container, check) {
  await container.exec(...check);
  await container.exec(...check, '/health/ready');
  await mustRefuse('an address that is not there', /404/, () => container.exec(...check, '/no'));
  await mustBeWell(container);
  await mustBeCheap(container, check);
  const byNode = ['node', '--input-type=module', '--eval', 'await fetch("http://127.0.0.1").catch(() => 0)'];
  await mustRefuse('a check by Node', /takes/, () => mustBeCheap(container, byNode));
}

/** A check runs again and again, for ever: it may take half of the processor time that Node takes to do nothing. */
async function mustBeCheap(container, check) {
  const nothing = await processorTime(container, ['node', '--eval', '0']);
  const seconds = await processorTime(container, check);
  // Also when it is no number.
  if (!(seconds < nothing / 2)) {
    throw new Error(`${check.join(' ')} takes ${seconds} s of a processor, Node ${nothing} s to do nothing`);
  }
}

async function processorTime(container, command) {
  const timed = 'TIMEFORMAT="%U + %S"; { time "$@" &> /dev/null; } 2>&1';
  const spent = await container.exec('bash', '-c', timed, 'bash', ...command);
  return spent.split(' + ').reduce((sum, part) => sum + Number(part), 0);
}

/** As Docker sees it, which has asked as the image says. */
async function mustBeWell(container) {
  const health = await container.inspect('{{ json .State.Health }}');
  if (JSON.parse(health).Status !== 'healthy') throw new Error(`Docker does not call it healthy: ${health}`);
}
