import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, sharedFolder } from './cached.mjs';
import { goBinary, goEnvironment } from './go.mjs';
import { buildWithProgress } from './go-build.mjs';
import { downloadModule } from './go-modules.mjs';

/** That of kubectl, and the one that the chart is for. */
export const KUBERNETES_VERSION = '1.36.3';

const PROGRAMS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'];

/**
 * The folder with kube-apiserver, kube-controller-manager and kube-scheduler. No registry that is reached here serves them, so
 * they are compiled from the Go module proxy, once: this takes 14 minutes of a processor, so they lie outside the checkout.
 */
export function kubernetesServer() {
  return cached(`kubernetes-${KUBERNETES_VERSION}`, compile, sharedFolder);
}

async function compile(folder) {
  const source = join(folder, 'source');
  mkdirSync(source);
  try {
    await writeModule(source);
    const packages = PROGRAMS.map((program) => `k8s.io/kubernetes/cmd/${program}`);
    await buildWithProgress(`Kubernetes ${KUBERNETES_VERSION}`, {
      go: await goBinary(),
      args: ['-mod=mod', '-ldflags', linkerFlags(), '-o', `${folder}/`, ...packages],
      options: { cwd: source, env: await goEnvironment() },
    });
  } catch (error) {
    throw new Error(UNAVAILABLE, { cause: error });
  }
  rmSync(source, { recursive: true });
}

const UNAVAILABLE = `Kubernetes ${KUBERNETES_VERSION} cannot be compiled here. That takes Go 1.26, a module proxy that has k8s.io/kubernetes (4 GB with what is compiled, once), and 14 minutes of a processor. Without it: make verify-deploy ARGS='--without kubernetes', or .ci/run --without kubernetes`;

/** A module of our own with what Kubernetes requires: of a module that others require, its replacements do not count. */
async function writeModule(source) {
  const { GoMod, Dir } = await downloadModule('k8s.io/kubernetes', `v${KUBERNETES_VERSION}`);
  writeFileSync(join(source, 'go.mod'), requireKubernetes(readFileSync(GoMod, 'utf8')));
  // Its sums are checked by the proxy's own, and they pin everything but its parts.
  copyFileSync(join(Dir, 'go.sum'), join(source, 'go.sum'));
}

/** Its parts lie in its repository, and are modules of the same release: v0.36.3 for v1.36.3. */
function requireKubernetes(goMod) {
  const [, minorAndPatch] = /^1\.(.+)$/.exec(KUBERNETES_VERSION);
  return goMod
    .replace(/^module .*$/m, 'module garbanzo/kubernetes')
    .replace('require (', `require (\n\tk8s.io/kubernetes v${KUBERNETES_VERSION}`)
    .replaceAll(/=> \.\/staging\/src\/(\S+)/g, `=> $1 v0.${minorAndPatch}`);
}

/** Without them the API server calls itself v0.0.0, which the charts refuse. */
function linkerFlags() {
  const [major, minor] = KUBERNETES_VERSION.split('.');
  const values = { gitVersion: `v${KUBERNETES_VERSION}`, gitMajor: major, gitMinor: minor };
  const set = Object.entries(values).map(
    ([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`,
  );
  return ['-s', '-w', ...set].join(' ');
}
