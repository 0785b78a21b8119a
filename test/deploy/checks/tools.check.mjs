import { runCommand } from '../run-command.mjs';
import { helm, kubectl } from '../tools.mjs';

export const name = 'the tools are those that the deployment image has';

export async function run({ environment, step }) {
  await step('helm 4.2', async () => {
    await mustSay(/v4\.2\./, await helm(), ['version', '--short'], environment);
  });
  await step('kubectl 1.36', async () => {
    await mustSay(/v1\.36\./, await kubectl(), ['version', '--client'], environment);
  });
}

async function mustSay(version, program, args, env) {
  const { stdout } = await runCommand(program, args, { env });
  if (!version.test(stdout)) throw new Error(`${program} is not ${version}: ${stdout}`);
}
