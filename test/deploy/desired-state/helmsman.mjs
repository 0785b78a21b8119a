import { readState } from './read-state.mjs';

/**
 * A stand-in for helmsman, which the module proxy does not serve by its tag: it asks helm and kubectl what helmsman 4.0.5
 * asks, in the same words, and decides as it does (internal/app/decision_maker.go and plan.go). What is checked by it are
 * the desired state, the charts, the values and the credentials, not helmsman.
 */
export class Helmsman {
  #helm;
  #kubectl;
  #decrypt;

  /** @param tools `helm(args)` and `kubectl(args)` answer with what was written, `decrypt(file)` with a plain file */
  constructor({ helm, kubectl, decrypt }) {
    this.#helm = helm;
    this.#kubectl = kubectl;
    this.#decrypt = decrypt;
  }

  /** What would be done, in order: `{release, action: 'install' | 'upgrade'}` for each that is not as it should be. */
  async plan(file, env) {
    const state = readState(file, env);
    await this.#addRepositories(state.helmRepos);
    const steps = await Promise.all(state.apps.map((release) => this.#decide(release)));
    return steps
      .filter(({ action }) => action !== undefined)
      .sort((one, other) => one.release.priority - other.release.priority);
  }

  async apply(file, env) {
    const { context, namespaces, settings } = readState(file, env);
    for (const [name, { labels }] of Object.entries(namespaces)) await this.#createNamespace(name, labels);
    const steps = await this.plan(file, env);
    for (const step of steps) await this.#execute(step, context, settings);
    return steps;
  }

  /** Removes every release that is there, what came last first. */
  async destroy(file, env) {
    const { apps } = readState(file, env);
    const releases = apps.toSorted((one, other) => other.priority - one.priority);
    for (const { name, namespace } of releases) {
      const list = await this.#helm(['list', '--max', '0', '--output', 'json', '-n', namespace]);
      if (JSON.parse(list).some((one) => one.name === name))
        await this.#helm(['uninstall', name, '--namespace', namespace]);
    }
  }

  async #addRepositories(repositories) {
    if (Object.keys(repositories).length === 0) return;
    for (const [name, url] of Object.entries(repositories)) {
      await this.#helm(['repo', 'add', '--force-update', name, url]);
    }
    await this.#helm(['repo', 'update']);
  }

  async #decide(release) {
    await this.#helm(['show', 'chart', release.chart, '--version', release.version]);
    return { release, action: await this.#actionFor(release) };
  }

  async #actionFor(release) {
    const { name, namespace, version } = release;
    const list = await this.#helm(['list', '--max', '0', '--output', 'json', '-n', namespace]);
    const there = JSON.parse(list).find((one) => one.name === name);
    if (there === undefined) return 'install';
    if (there.status !== 'deployed') throw new Error(`${name} is ${there.status}`);
    const isOtherVersion = !there.chart.endsWith(`-${version}`);
    return isOtherVersion || (await this.#differs(release)) ? 'upgrade' : undefined;
  }

  async #differs(release) {
    // helm-diff before 3.10 asks helm to validate in a way that Helm 4 does not take any more.
    const flags = ['--suppress-secrets', '--no-color', '--disable-validation', 'upgrade'];
    return (await this.#helm(['diff', ...flags, ...(await this.#arguments(release))])) !== '';
  }

  async #createNamespace(name, labels) {
    const there = await this.#kubectl(['get', 'namespace', name, '--ignore-not-found', '--output', 'name']);
    if (there === '') await this.#kubectl(['create', 'namespace', name]);
    const pairs = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
    await this.#kubectl(['label', '--overwrite', `namespace/${name}`, ...pairs]);
  }

  async #execute({ release, action }, context, { globalMaxHistory }) {
    const { name, namespace, wait, timeout, hooks = {} } = release;
    const waiting = [...(wait ? ['--wait'] : []), ...(timeout ? ['--timeout', `${timeout}s`] : [])];
    const args = [...(await this.#arguments(release)), ...waiting, '--history-max', String(globalMaxHistory)];
    await this.#helm(['upgrade', '--install', ...args]);
    const labels = ['MANAGED-BY=HELMSMAN', `NAMESPACE=${namespace}`, `HELMSMAN_CONTEXT=${context}`];
    const storage = ['label', '--overwrite', 'secret', '-n', namespace, '-l', `owner=helm,name=${name}`];
    await this.#kubectl([...storage, ...labels]);
    const hook = { install: hooks.postInstall, upgrade: hooks.postUpgrade }[action];
    if (hook) await this.#kubectl(hook.split(' ').slice(1));
  }

  async #arguments({ name, chart, namespace, version, files, secrets, setString = {} }) {
    const all = secrets ? [...files, await this.#decrypt(secrets)] : files;
    const which = [name, chart, '--namespace', namespace, '--version', version];
    return [
      ...which,
      ...all.flatMap((file) => ['-f', file]),
      ...Object.entries(setString).flatMap(([key, value]) => ['--set-string', `${key}=${value}`]),
    ];
  }
}
