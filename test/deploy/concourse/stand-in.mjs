import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * A program that stands in for one that cannot run here: it does what `script` says, after it has written down its
 * arguments.
 */
export function standIn(folder, program, script = '') {
  mkdirSync(folder, { recursive: true });
  const calls = join(folder, `${program}.calls`);
  const file = join(folder, program);
  writeFileSync(file, `#!/usr/bin/env bash\nset -euo pipefail\necho "$*" >> '${calls}'\n${script}\n`);
  chmodSync(file, 0o755);
  return {
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []),
    path: (env) => [folder, env.PATH].join(delimiter),
  };
}
