import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { until } from './until.mjs';
import { visit } from './visits.mjs';

/** As the chart's pods: nothing can be written but /tmp, no capabilities, no new privileges, the same memory. */
const AS_A_POD = [
  '--read-only',
  '--tmpfs=/tmp',
  '--cap-drop=ALL',
  '--security-opt=no-new-privileges',
  `--memory=${memoryLimit()}`,
];

function memoryLimit() {
  const { resources } = parse(readFileSync(join(root, 'k8s/charts/garbanzo/values.yaml'), 'utf8'));
  return resources.limits.memory.replace('Mi', 'm').replace('Gi', 'g');
}

/** Starts the image as the chart does. @param options more ones of `docker run` */
export async function runAsPod(engine, args, options = []) {
  const id = await engine.docker('run', '--detach', ...AS_A_POD, ...options, 'garbanzo', ...args);
  return new Container(engine, id);
}

/** A container of an engine. */
export class Container {
  constructor(engine, id) {
    this.engine = engine;
    this.id = id;
  }

  /** Runs a command in it and answers with what it wrote. */
  exec(...args) {
    return this.engine.docker('exec', this.id, ...args);
  }

  async inspect(format) {
    return this.engine.docker('inspect', '--format', format, this.id);
  }

  async url(port) {
    return `http://${await this.inspect('{{ .NetworkSettings.IPAddress }}')}:${port}`;
  }

  /** Resolves with its address once it is ready. */
  async ready(port) {
    const url = await this.url(port);
    await until(() => visit(this.engine, 'answer', `${url}/health/ready`)).catch(async (cause) => {
      throw new Error(`It is not ready, after:\n${await this.output()}`, { cause });
    });
    return url;
  }

  async output() {
    const { stdout, stderr } = await runCommand('docker', ['logs', this.id], { env: this.engine.env });
    return stdout + stderr;
  }

  /** Tells it to end. @throws Error unless it does with this code, without having been killed */
  async mustStop(expected) {
    await this.engine.docker('stop', '--time', '30', this.id);
    await this.mustEnd(expected, /.?/);
  }

  /** Waits for its end. @throws Error unless that is with this code, saying this, and not for want of memory */
  async mustEnd(expected, saying) {
    const code = await this.engine.docker('wait', this.id);
    const killed = await this.inspect('{{ .State.OOMKilled }}');
    const output = await this.output();
    if (code !== String(expected) || killed === 'true' || !saying.test(output)) {
      throw new Error(`It ended with ${code}, not ${expected}; killed for its memory: ${killed}:\n${output}`);
    }
  }
}
