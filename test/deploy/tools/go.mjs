import { delimiter, dirname, join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { cached } from './cached.mjs';
import { aptTool } from './debian.mjs';
import { findProgram } from './find-program.mjs';

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

/** What go needs to be told: to fetch a newer toolchain when a module wants one, and to build the same everywhere. */
export async function goEnvironment() {
  const folder = dirname(await goBinary());
  return {
    ...process.env,
    PATH: [folder, process.env.PATH].join(delimiter),
    GOFLAGS: '-trimpath',
    GOTOOLCHAIN: 'auto',
    CGO_ENABLED: '0',
  };
}

/** The path of go. */
export async function goBinary() {
  return findProgram('go') ?? findProgram('go', ['/usr/local/go/bin']) ?? aptTool('golang-go', 'go');
}
