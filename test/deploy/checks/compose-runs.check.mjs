import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Compose } from '../engine/compose.mjs';
import { copyProject } from '../engine/copy-project.mjs';
import { until } from '../engine/until.mjs';
import { withEngine } from '../engine/with-engine.mjs';

export const name = 'make up and its neighbours, in a Docker engine';

const TITLE = 'Bake the bread';
const PRODUCTION = 'http://localhost:8000';
const DEVELOPMENT = 'http://localhost:5000';

export async function run(context) {
  await withEngine(context, name, async (engine) => {
    const folder = await copyProject(join(context.scratch, 'garbanzo'));
    const compose = new Compose(engine, folder);
    const list = await production(compose, context.step);
    await development(compose, context.step, list);
  });
}

async function production(compose, step) {
  const up = () => compose.make('up MODE=production');
  let list;
  await step('make up MODE=production is ready where it says, and takes a to-do', async () => {
    const said = await up();
    mustSay(said, /Make the first account, .*: http:\/\/localhost:8000\/setup\r?\n/);
    list = new URL(await compose.visit('add', urlIn(said, PRODUCTION), TITLE)).pathname;
  });
  await step('make logs, make shell and make psql', () => lookInside(compose, ' MODE=production'));
  await step('a backup has the to-do', async () => {
    const backup = 'docker compose --file docker/compose.yaml run --rm --no-TTY migrate admin backup -';
    const events = await compose.line(`set -o pipefail; ${backup} | gunzip`);
    if (!events.includes(TITLE)) throw new Error(`It is not in the backup:\n${events}`);
  });
  await step('make stop ends all of them in order, and make up goes on with the data', async () => {
    await compose.make('stop MODE=production');
    await compose.mustHaveEnded(['migrate', 'postgres', 'web', 'worker']);
    await up();
    await compose.visit('see', PRODUCTION + list, TITLE);
  });
  await step('make down leaves the data', async () => {
    await compose.make('down MODE=production');
    await compose.mustBeGone();
  });
  return list;
}

/** @param list the path of the list that was made in production: both have the same data */
async function development(compose, step, list) {
  const line = `compiled again at ${Date.now()}`;
  await step('make up is ready where it says, with the data', async () => {
    const url = urlIn(await compose.make('up'), DEVELOPMENT);
    await compose.visit('see', url + list, TITLE);
  });
  await step('a changed source is compiled again', async () => {
    for (const app of ['web', 'worker']) {
      appendFileSync(join(compose.folder, `apps/${app}/src/main.ts`), `\nconsole.log('${line}');\n`);
    }
    await compose.make('logs', {
      enough: (seen) => mustSay(seen, /web-.*compiled again/, /worker-.*compiled again/),
    });
    await until(() => compose.visit('answer', `${DEVELOPMENT}/health/ready`));
  });
  await step('make logs, make shell and make psql, while one works on it', () => lookInside(compose, ''));
  await step('make stop and make down', async () => {
    await compose.make('stop');
    await compose.mustHaveEnded(['migrate', 'postgres', 'web', 'worker']);
    await compose.make('down');
    await compose.mustBeGone();
  });
}

async function lookInside(compose, mode) {
  await compose.make(`logs${mode}`, { enough: (seen) => mustSay(seen, /postgres-/, /web-/, /worker-/) });
  mustSay(await compose.make(`shell${mode}`, { typed: 'echo "it is in $PWD"\nexit\n' }), /it is in \/app\n/);
  const typed = "select 'there are ' || count(*) from events;\n\\q\n";
  mustSay(await compose.make(`psql${mode}`, { typed }), /there are [1-9]/);
}

function urlIn(said, expected) {
  mustSay(said, new RegExp(`Garbanzo is ready: ${expected}\n`));
  return expected;
}

function mustSay(said, ...expected) {
  const missing = expected.filter((pattern) => !pattern.test(said));
  if (missing.length > 0) throw new Error(`It does not say ${missing.join(' or ')}:\n${said}`);
}
