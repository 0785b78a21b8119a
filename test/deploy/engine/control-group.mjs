import { existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';

/** The control group, of version 1 or 2, that all containers of an engine are in. */
export class ControlGroup {
  constructor(name) {
    this.name = name;
    this.path = `/${name}`;
  }

  /** Together they would get no more of a busy machine than one process beside them. */
  preferred() {
    for (const [controllers, file, value] of [
      [join(ROOT, 'cpu'), 'cpu.shares', '8192'],
      [ROOT, 'cpu.weight', '800'],
    ]) {
      const isThere = existsSync(join(controllers, 'cgroup.procs'));
      if (isThere) mkdirSync(join(controllers, this.name), { recursive: true });
      const share = join(controllers, this.name, file);
      if (existsSync(share)) writeFileSync(share, value);
    }
  }

  remove() {
    const versionTwo = [ROOT];
    const versionOne = readdirSync(ROOT).map((controller) => join(ROOT, controller));
    for (const parent of [...versionTwo, ...versionOne]) {
      const folder = join(parent, this.name);
      if (existsSync(folder)) removeFolder(folder);
    }
  }
}

/** Its files are the kernel's; groups within it go first. */
function removeFolder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeFolder(join(folder, entry.name));
  }
  rmdirSync(folder);
}
