import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';

const TOOLCHAIN = 'go1.26.8';

/** Go fetches the toolchain that a module wants since 1.21; Debian 12 has 1.19. */
export async function canFetchToolchains(go) {
  const { stdout } = await runCommand(go, ['version']);
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(stdout);
  return Number(major) > 1 || Number(minor) >= 21;
}

/** Does with an older Go what a newer one does by itself: toolchains are modules. Answers with the path of its go. */
export async function fetchToolchain(go) {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-go-'));
  try {
    await runCommand(go, ['mod', 'init', 'nothing'], { cwd: folder });
    const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
    const args = ['mod', 'download', '-json', `golang.org/toolchain@v0.0.1-${TOOLCHAIN}.${platform}`];
    const { stdout } = await runCommand(go, args, { cwd: folder });
    const { Dir: root } = JSON.parse(stdout);
    for (const programs of [join(root, 'bin'), join(root, `pkg/tool/${platform.replace('-', '_')}`)]) {
      for (const program of readdirSync(programs)) chmodSync(join(programs, program), 0o755);
    }
    return join(root, 'bin/go');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
