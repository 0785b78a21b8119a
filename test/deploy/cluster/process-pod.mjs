import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { podEnvironment } from '../pods/pod-environment.mjs';
import { onLoopback, takePodAddress } from './addresses.mjs';
import { answers } from './probe.mjs';
import { readNamespace } from './namespace.mjs';
import { finishedStatus, runningStatus } from './pod-status.mjs';

/** A pod whose only container is a process on this machine, at an address of its own on the loopback interface. */
export class ProcessPod {
  ended = [];
  #api;
  #pod;
  #address = takePodAddress();
  #isEnding = false;
  #isKilled = false;
  #child;
  #exited = Promise.resolve();
  #reported = Promise.resolve();
  #isFinished = false;

  constructor(api, pod, { folder, program }) {
    this.#api = api;
    this.#pod = pod;
    this.#run(folder, program).catch((error) => this.#fail(error));
  }

  /** As a kubelet does: the hook first, while the endpoints forget it, then SIGTERM, and SIGKILL when time is up. */
  end({ metadata }) {
    if (this.#isEnding) return;
    this.#isEnding = true;
    void this.#end(metadata).catch((error) => this.#fail(error));
  }

  async kill() {
    this.#isEnding = true;
    this.#isKilled = true;
    this.#child?.kill('SIGKILL');
    await this.#exited;
  }

  async #run(folder, program) {
    const { metadata, spec } = this.#pod;
    mkdirSync(folder, { recursive: true });
    const cluster = await readNamespace(this.#api, metadata.namespace);
    const { command, args, cwd, env } = program(spec.containers[0]);
    const own = { PATH: process.env.PATH, ADDRESS: onLoopback(this.#address), ...env };
    const variables = { ...podEnvironment(withEnvironment(spec), cluster, folder), ...own };
    if (this.#isEnding) return;
    const log = openSync(join(folder, `${metadata.name}.log`), 'a');
    this.#child = spawn(command, args, { cwd, env: variables, stdio: ['ignore', log, log] });
    closeSync(log);
    endWithThisProcess(this.#child.pid);
    this.#exited = once(this.#child, 'exit').then(([code, signal]) => this.#exit(code ?? signal));
    await this.#report(runningStatus(this.#pod, this.#address, false));
    await this.#untilReady(spec.containers[0]);
  }

  /** By all of its probes: a kubelet asks none of readiness before it has started, and starts it again unless it is alive. */
  async #untilReady({ startupProbe, livenessProbe, readinessProbe, ports = [] }) {
    const probes = [startupProbe, livenessProbe, readinessProbe].filter(Boolean);
    let wasReady;
    while (!this.#isEnding && this.#child.exitCode === null) {
      const asked = probes.map((probe) => answers(onLoopback(this.#address), probe, ports));
      const isReady = (await Promise.all(asked)).every(Boolean);
      if (isReady !== wasReady && !this.#isEnding)
        await this.#report(runningStatus(this.#pod, this.#address, isReady));
      wasReady = isReady;
      await pause(PROBE_EVERY_MS);
    }
  }

  async #exit(code) {
    this.ended.push({ name: this.#pod.metadata.name, code });
    if (this.#isEnding) return;
    await this.#report(finishedStatus(this.#pod, this.#address, code)).catch((error) => this.#fail(error));
  }

  async #end({ deletionGracePeriodSeconds: grace, name, namespace }) {
    if (this.#child !== undefined && this.#child.exitCode === null) {
      const timer = setTimeout(() => this.#child.kill('SIGKILL'), grace * 1000);
      const { lifecycle } = this.#pod.spec.containers[0];
      await pause((lifecycle?.preStop?.sleep?.seconds ?? 0) * 1000);
      this.#child.kill('SIGTERM');
      await this.#exited.finally(() => clearTimeout(timer));
    }
    await this.#api
      .delete(`/api/v1/namespaces/${namespace}/pods/${name}`, { gracePeriodSeconds: 0 })
      .catch(ignoreGone);
  }

  /** One after the other, and nothing after the end. */
  #report(status) {
    this.#reported = this.#reportAfter(this.#reported, status);
    return this.#reported;
  }

  async #reportAfter(before, status) {
    await before;
    if (this.#isFinished) return;
    this.#isFinished = status.phase !== 'Running';
    const { name, namespace } = this.#pod.metadata;
    await this.#api
      .merge(`/api/v1/namespaces/${namespace}/pods/${name}/status`, { status })
      .catch(ignoreGone);
  }

  /** Told where a kubelet would: by the pod that does not run. */
  #fail(error) {
    if (!this.#isKilled) console.log(`  ${this.#pod.metadata.name} cannot be played: ${error.stack}`);
  }
}

const PROBE_EVERY_MS = 500;

const withEnvironment = (spec) => ({
  ...spec,
  containers: spec.containers.map((container) => ({ ...container, env: container.env ?? [] })),
});

function ignoreGone(error) {
  if (![404, 409].includes(error.code)) throw error;
}
