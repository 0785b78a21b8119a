import { delimiter, dirname, join } from 'node:path';
import { installHelmDiff } from '../plugins/helm-diff.mjs';
import { runCommand } from '../run-command.mjs';
import { helm, kubectl } from '../tools.mjs';

/** helm with helm-diff, and kubectl, as whoever the kubeconfig says: each takes its arguments and answers with what is written. */
export async function clusterTools(folder, environment) {
  const plugins = join(folder, 'plugins');
  await installHelmDiff(join(plugins, 'helm-diff'));
  const programs = [await helm(), await kubectl()];
  const PATH = [...programs.map((program) => dirname(program)), environment.PATH].join(delimiter);
  return (kubeconfig) => {
    const env = { ...environment, PATH, HELM_PLUGINS: plugins, KUBECONFIG: kubeconfig };
    const [runHelm, runKubectl] = programs.map(
      (program) => async (args, input) =>
        (await runCommand(program, args, { cwd: folder, env, input })).stdout,
    );
    const shell = (command) => runCommand('sh', ['-c', command], { cwd: folder, env });
    return { helm: runHelm, kubectl: runKubectl, shell, env };
  };
}
