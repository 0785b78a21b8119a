import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { startCluster } from '../cluster/cluster.mjs';
import { deployerKubeconfig } from '../cluster/deployer.mjs';
import { installPlugins } from '../plugins/plugins.mjs';
import { runCommand } from '../run-command.mjs';
import { forkIn } from '../secrets/fork.mjs';
import { helm, kubectl, sops } from '../tools.mjs';
import { serveForeignCharts } from './foreign-charts.mjs';
import { Helmsman } from './helmsman.mjs';
import { readState } from './read-state.mjs';

const STATES = ['helmsman_dsf.yml', 'helmsman_small_dsf.yml'];

/**
 * A fork whose owner has run `make secrets`, an empty cluster, the charts of other people, and who deploys: real helm,
 * kubectl, helm-diff and sops. The files of the desired state differ in the addresses of the repositories alone.
 */
export async function startWorld(folder, context, options) {
  mkdirSync(folder, { recursive: true });
  const fork = await forkIn(folder, context);
  await fork.script('create');
  const kubeconfig = join(folder, 'kubeconfig');
  const env = { ...fork.env, ...(await toolsIn(folder, fork.env)), KUBECONFIG: kubeconfig };
  const run = async (program, args) => (await runCommand(program, args, { cwd: folder, env })).stdout;
  const tools = { helm: (args) => run('helm', args), kubectl: (args) => run('kubectl', args) };

  const state = readState(join(fork.tree, STATES[0]), { GARBANZO_TAG: 'any' });
  const charts = await serveForeignCharts(state, join(folder, 'charts'), tools.helm, options);
  for (const file of STATES) useCharts(join(fork.tree, file), state.helmRepos, charts.url);
  const cluster = await startCluster(kubeconfig).catch((error) => {
    charts.stop();
    throw error;
  });
  return {
    ...fork,
    env,
    tools,
    cluster,
    /** The same tools with what the pipeline is given: the Secret that the deployer's release has asked for. */
    asDeployer: async () => {
      const config = await deployerKubeconfig(cluster, kubeconfig);
      const as = { ...env, KUBECONFIG: config };
      return { helm: async (args) => (await runCommand('helm', args, { cwd: folder, env: as })).stdout };
    },
    helmsman: new Helmsman({ ...tools, decrypt: (file) => decrypt(file, folder, tools) }),
    stop: async () => {
      charts.stop();
      await cluster.stop();
    },
  };
}

function useCharts(file, repositories, url) {
  let text = readFileSync(file, 'utf8');
  for (const [name, address] of Object.entries(repositories)) text = text.replace(address, `${url}/${name}`);
  writeFileSync(file, text);
}

/** As helmsman does: by helm-secrets, into a file beside the encrypted one. */
async function decrypt(file, folder, { helm: runHelm }) {
  const plain = join(folder, `${basename(dirname(file))}.${basename(file)}.dec`);
  writeFileSync(plain, await runHelm(['secrets', 'decrypt', file]));
  return plain;
}

async function toolsIn(folder, env) {
  const HELM_PLUGINS = await installPlugins(folder, env);
  const programs = [await helm(), await kubectl(), await sops()].map((program) => dirname(program));
  const homes = ['CACHE', 'CONFIG', 'DATA'].map((name) => [`HELM_${name}_HOME`, join(folder, 'helm', name)]);
  return { PATH: [...programs, env.PATH].join(delimiter), HELM_PLUGINS, ...Object.fromEntries(homes) };
}
