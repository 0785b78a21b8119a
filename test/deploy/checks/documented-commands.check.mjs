import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeTargets, imageCommands } from '../documents/commands.mjs';
import { makeWorld, runCommandOf, tidy } from '../documents/world.mjs';
import { withEngine } from '../engine/with-engine.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';

export const name = 'every command in the documents that runs the image does so';

export async function run(context) {
  await withEngine(context, name, async (engine) => {
    const world = await makeWorld(engine, context.scratch);
    const targets = composeTargets(readFileSync(join(context.root, 'Makefile'), 'utf8'));
    for (const file of await documents(context.root)) {
      const found = imageCommands(readFileSync(join(context.root, file), 'utf8'), targets);
      for (const command of found.commands) {
        await context.step(`${file}: ${command}`, () => runCommandOf(world, found.prelude, command));
      }
      await tidy(world);
    }
    await context.step('a command that does not run is noticed', () => refuseMistakes(world, targets));
  });
}

/** Also those that say in a comment how they are used. */
async function documents(root) {
  const patterns = ['README.md', 'docs/*.md', 'k8s/*.md', 'docker/Dockerfile', 'docker/compose*.yaml'];
  const { stdout } = await runCommand('git', ['ls-files', '-z', ...patterns], { cwd: root });
  const files = stdout.split('\0').filter(Boolean);
  if (!files.includes('docs/day-two.md')) throw new Error(`These are not the documents: ${files.join(', ')}`);
  return files;
}

const WRONG = `
A program that is not in the image:

    garbanzo() { kubectl exec deployment/garbanzo-web --stdin -- docker/entrypoint.sh admin "$@"; }
    garbanzo status

and a container that does not stay:

    docker run --detach --env DATABASE_URL=postgresql://localhost:1/none garbanzo admin nonsense && docker wait $(docker ps -lq) | grep 0
`;

async function refuseMistakes(world, targets) {
  const { prelude, commands } = imageCommands(WRONG, targets);
  const [inPod, inContainer] = commands;
  await mustRefuse('a program that is not in the image', /entrypoint.sh/, () =>
    runCommandOf(world, prelude, inPod),
  );
  await mustRefuse('a command that the image does not have', /docker wait/, () =>
    runCommandOf(world, [], inContainer),
  );
}
