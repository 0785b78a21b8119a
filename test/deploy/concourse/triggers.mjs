import { parse } from 'yaml';
import { runCommand } from '../run-command.mjs';

/** What has to make a new image, and what has to be deployed without one. */
const IMAGE = ['apps/web/src/main.ts', 'docker/Dockerfile', 'libs/jobs/src/index.ts', 'package-lock.json'];
const DEPLOYMENT = ['docker/deploy.Dockerfile', 'helmsman_dsf.yml', 'k8s/releases/garbanzo-web/values.yaml'];
const NEITHER = ['README.md', 'docs/deploy.md'];

/** Asks git, as Concourse's resource does, which files are news to the two resources. */
export async function refuseWrongTriggers(pipeline, cwd) {
  const { resources } = parse(pipeline);
  const news = async (name) => filesOf(resources.find((resource) => resource.name === name).source, cwd);
  const [source, deployment] = [await news('source'), await news('deployment')];
  for (const file of IMAGE) expect(file, source.has(file), !deployment.has(file));
  for (const file of DEPLOYMENT) expect(file, !source.has(file), deployment.has(file));
  for (const file of NEITHER) expect(file, !source.has(file), !deployment.has(file));
}

async function filesOf({ paths = [], ignore_paths: ignored = [] }, cwd) {
  const wanted = [...(paths.length > 0 ? paths : ['.']), ...ignored.map((path) => `:!${path}`)];
  const { stdout } = await runCommand(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', ...wanted],
    {
      cwd,
    },
  );
  return new Set(stdout.split('\n'));
}

function expect(file, ...conditions) {
  if (conditions.includes(false)) throw new Error(`a change of ${file} is news to the wrong resource`);
}
