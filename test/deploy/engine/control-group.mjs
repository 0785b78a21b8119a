import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';

/** The control group, of version 1 or 2, that all containers of an engine are in. */
export class ControlGroup {
  name = `garbanzo-${process.pid}`;
  path = `/${this.name}`;

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

  /** Also those of runs that were killed. */
  remove() {
    const parents = [ROOT, ...readdirSync(ROOT).map((controller) => join(ROOT, controller))];
    for (const parent of parents.filter((folder) => statSync(folder).isDirectory())) {
      for (const name of readdirSync(parent)) {
        if (name === this.name || isOfNobody(name)) removeFolder(join(parent, name));
      }
    }
  }
}

/** Its name ends with the number of the process that made it. */
function isOfNobody(name) {
  const [, pid] = /^garbanzo-(\d+)$/.exec(name) ?? [];
  return pid !== undefined && !existsSync(`/proc/${pid}`);
}

/** Its files are the kernel's; groups within it go first. */
function removeFolder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeFolder(join(folder, entry.name));
  }
  rmdirSync(folder);
}
