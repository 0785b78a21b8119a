import { installs, render } from '../chart.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';
import { goTool } from '../tools.mjs';

export const name = 'kube-score finds nothing in the manifests';

/** What is switched off, and why. */
const IGNORED = {
  'container-image-pull-policy': 'a tag names one image for ever, so what a node has is what is meant',
  'container-security-context-user-group-id':
    'the user 1000 of the Node image; user namespaces keep it apart',
  'deployment-has-host-podantiaffinity': 'topologySpreadConstraints do it, softly, so one node is enough',
  'deployment-replicas': 'the number is a value, and with KEDA it is not in the Deployment',
};

export async function run({ environment, step }) {
  const program = await goTool({
    module: 'github.com/zegl/kube-score/cmd/kube-score',
    version: 'v1.20.0',
    binary: 'kube-score',
  });
  const score = (manifests) => runCommand(program, OPTIONS, { env: environment, input: manifests });
  for (const install of installs) {
    await step(install.release, async () => score(await render(install, environment)));
  }
  await step('a root that can be written to is refused', async () => {
    const manifests = await render(installs[0], environment);
    const seeded = manifests.replaceAll('readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false');
    await mustRefuse('a writable root', /writable root filesystem/, () => score(seeded));
  });
}

const OPTIONS = [
  'score',
  '--kubernetes-version=v1.36',
  '--exit-one-on-warning',
  // No limit on processors: a pod that is held back answers late.
  '--ignore-container-cpu-limit',
  ...Object.keys(IGNORED).map((test) => `--ignore-test=${test}`),
  '-',
];
