import { runCommand } from '../run-command.mjs';
import { atTerminal } from './terminal.mjs';
import { visit } from './visits.mjs';

const OURS = ['--all', '--filter', 'label=com.docker.compose.project=garbanzo'];

/** The project in a folder, and what `make` starts of it in containers. */
export class Compose {
  constructor(engine, folder) {
    this.engine = engine;
    this.folder = folder;
  }

  /** @param options as atTerminal has them */
  make(target, options = {}) {
    return this.line(`make ${target}`, options);
  }

  async line(line, options = {}) {
    try {
      return await atTerminal(this.engine, line, { cwd: this.folder, ...options });
    } catch (cause) {
      throw new Error(`Containers say:\n${await this.logs()}`, { cause });
    }
  }

  async logs() {
    const args = ['compose', '--project-name', 'garbanzo', 'logs', '--no-color', '--tail', '30'];
    const { stdout, stderr } = await runCommand('docker', args, { env: this.engine.env });
    return stdout + stderr;
  }

  /** See visit.mjs. */
  visit(...args) {
    return visit(this.engine, ...args);
  }

  /** @throws Error unless there are containers of these services and of no other, and all of them have ended with 0 */
  async mustHaveEnded(services) {
    const format = '{{.Label "com.docker.compose.service"}}: {{.Status}}';
    const lines = (await this.engine.docker('ps', ...OURS, '--format', format)).split('\n').sort();
    const isSo = lines.every((line) => line.includes(': Exited (0)'));
    const found = lines.map((line) => line.split(':')[0]);
    if (!isSo || found.join() !== services.join()) {
      throw new Error(`They have not ended in order:\n${lines.join('\n')}`);
    }
  }

  /** @throws Error unless the containers are gone and the data are not */
  async mustBeGone() {
    const containers = await this.engine.docker('ps', ...OURS, '--quiet');
    const volumes = await this.engine.docker('volume', 'ls', '--quiet');
    if (containers !== '' || volumes !== 'garbanzo_postgres') {
      throw new Error(`There are containers ${containers}, and volumes ${volumes}`);
    }
  }
}
