import { copyProject } from '../engine/copy-project.mjs';
import { runAsPod } from '../engine/container.mjs';
import { startPostgres } from '../engine/postgres.mjs';
import { atTerminal } from '../engine/terminal.mjs';
import { until } from '../engine/until.mjs';
import { standInPath } from './stand-ins.mjs';

/** Where a reader of the documents is: in the sources, with an image, a database, and pods of both releases. */
export async function makeWorld(engine, scratch) {
  const folder = await copyProject(`${scratch}/garbanzo`);
  const postgres = await startPostgres(engine);
  const env = { DATABASE_URL: postgres.url, PATH: standInPath(scratch, engine.env) };
  await engine.docker('build', '--file', `${folder}/docker/Dockerfile`, '--tag', 'garbanzo', folder);
  const start = (args, name) =>
    runAsPod(engine, args, ['--env', `DATABASE_URL=${postgres.url}`, ...(name ? ['--name', name] : [])]);
  await (await start(['admin', 'migrate'])).mustEnd(0, /./);
  const [web, worker] = [await start(['web'], 'garbanzo-web'), await start(['worker'], 'garbanzo-worker')];
  // As the CronJob of the chart has it: it waits, and commands are run in it.
  const waiting = ['--name', 'garbanzo-admin', '--entrypoint', 'sh', '--no-healthcheck'];
  await runAsPod(
    engine,
    ['-c', 'trap "exit 0" TERM; sleep 3600 & wait'],
    [...['--env', `DATABASE_URL=${postgres.url}`], ...waiting],
  );
  await worker.ready(5001);
  await web.ready(5000);
  const own = await containers(engine);
  return { engine, folder, env, own };
}

const containers = async (engine) => (await engine.docker('ps', '--all', '--quiet')).split('\n');

/** Removes what the commands of a document have started: the next document begins as if nobody had read this one. */
export async function tidy({ engine, own }) {
  const started = (await containers(engine)).filter((id) => !own.includes(id));
  if (started.length > 0) await engine.docker('rm', '--force', ...started);
  await engine.docker('network', 'prune', '--force');
}

/** Commands that go on until they are told to end. */
const GOES_ON = /^make logs\b|--follow\b|^docker compose .*\bup\b(?!.*(--detach|-d\b))/;

/** Runs a command of a document as its reader would. @param prelude what the command needs of the document */
export async function runCommandOf({ engine, folder, env }, prelude, command) {
  const line = ['set -euo pipefail', ...prelude, withOurNames(command)].join('\n');
  const enough = GOES_ON.test(command) ? (seen) => mustHaveBegun(engine, seen) : undefined;
  await atTerminal(engine, line, { cwd: folder, env, enough });
  await until(() => mustBeWell(engine));
}

/** Where a document says PROJECT the reader puts a name, and the registry is the reader's: nothing is pushed there. */
const withOurNames = (command) => command.replace('/PROJECT/', '/project/').replace(' --push', '');

async function mustHaveBegun(engine, seen) {
  if (!/web-1 +\|/.test(seen)) throw new Error('Web has said nothing');
  await mustBeWell(engine);
}

/** @throws Error unless Docker calls everything healthy that runs and can be asked */
async function mustBeWell(engine) {
  const filter = ['--filter', 'health=starting', '--filter', 'health=unhealthy'];
  const unwell = await engine.docker('ps', ...filter, '--format', '{{ .Names }} {{ .Image }} {{ .Status }}');
  if (unwell !== '') throw new Error(`Not healthy: ${unwell}`);
}
