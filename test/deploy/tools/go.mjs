import { writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { cached } from './cached.mjs';
import { aptTool } from './debian.mjs';
import { findProgram } from './find-program.mjs';
import { canFetchToolchains, fetchToolchain } from './go-toolchain.mjs';

/**
 * A program of a Go module, compiled here. Downloads and compiled packages stay in Go's own caches, so other tools that
 * share them, and later runs, take seconds.
 *
 * @param module the path of the program's package, `helm.sh/helm/v4/cmd/helm`
 * @param version a tag, or a pseudo-version for a module whose path lacks its /vN
 */
export async function goTool({ module, version, binary }) {
  const home = await cached(`go-${binary}@${version}`, async (folder) => {
    await runCommand(await goBinary(), ['install', `${module}@${version}`], {
      env: { ...(await goEnvironment()), GOBIN: folder },
      cwd: folder,
    });
  });
  return join(home, binary);
}

/**
 * A program of a module that the proxy lists no versions of, so that `go install` would not take it: as the only
 * requirement of a module made for it.
 *
 * @param path of the program's package below the module, `/fly`
 */
export async function goModuleTool({ module, path = '', version, binary }) {
  const home = await cached(`go-${binary}@${version}`, async (folder) => {
    writeFileSync(join(folder, 'go.mod'), `module tools\n\ngo 1.26\n\nrequire ${module} ${version}\n`);
    const args = ['build', '-mod=mod', '-o', join(folder, binary), `${module}${path}`];
    await runCommand(await goBinary(), args, { env: await goEnvironment(), cwd: folder });
  });
  return join(home, binary);
}

/** What go needs to be told: to fetch a newer toolchain when a module wants one, and to build the same everywhere. */
export async function goEnvironment() {
  return {
    ...process.env,
    PATH: [dirname(await goBinary()), process.env.PATH].join(delimiter),
    GOFLAGS: '-trimpath',
    GOTOOLCHAIN: 'auto',
    CGO_ENABLED: '0',
  };
}

let binary;

/** The path of go: the system's, or a newer one that the system's has fetched. */
export function goBinary() {
  binary ??= findGo();
  return binary;
}

async function findGo() {
  const go =
    findProgram('go') ?? findProgram('go', ['/usr/local/go/bin']) ?? (await aptTool('golang-go', 'go'));
  return (await canFetchToolchains(go)) ? go : fetchToolchain(go);
}
