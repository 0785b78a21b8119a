import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';
import { aptTool } from '../tools.mjs';

export const name = 'shellcheck finds nothing in the shell scripts';

const SHEBANG = /^#!.*\b(ba|da)?sh\b/;

export async function run({ root, scratch }) {
  const shellcheck = await aptTool('shellcheck');
  const { stdout } = await runCommand('git', ['ls-files', '-z'], { cwd: root });
  const scripts = stdout
    .split('\0')
    .filter((file) => file && SHEBANG.test(readFileSync(join(root, file), 'latin1')));
  if (!scripts.includes('.ci/run'))
    throw new Error(`The scripts were not found, only: ${scripts.join(', ')}`);
  await runCommand(shellcheck, ['--external-sources', ...scripts], { cwd: root });
  const wrong = join(scratch, 'wrong.sh');
  writeFileSync(wrong, '#!/bin/sh\nrm -r $1/*\n');
  await mustRefuse('a script that forgets its quotes', /SC2086/, () => runCommand(shellcheck, [wrong]));
}
