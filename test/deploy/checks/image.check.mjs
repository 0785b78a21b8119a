import { join } from 'node:path';
import { runAsPod } from '../engine/container.mjs';
import { startPostgres } from '../engine/postgres.mjs';
import { until } from '../engine/until.mjs';
import { visit } from '../engine/visits.mjs';
import { withEngine } from '../engine/with-engine.mjs';
import { assertDescribed, buildImage, copyApp } from '../image/build-image.mjs';
import { endUnderLoad } from '../image/end-under-load.mjs';
import { checkConfined, checkHealth } from '../image/inside.mjs';
import { checkTree } from '../image/tree.mjs';

export const name = 'the image builds from docker/Dockerfile, and web, worker and admin run from it';

export async function run(context) {
  const { step, scratch } = context;
  await withEngine(context, name, async (engine) => {
    let config;
    await step('BuildKit builds docker/Dockerfile', async () => {
      config = await buildImage(engine);
    });
    if (config === undefined) return;
    await step('the image says who it is, as whom it runs and whether it is well', () =>
      assertDescribed(config),
    );
    await step('the image has what runs, and nothing else', async () =>
      checkTree(await copyApp(engine, join(scratch, 'image'))),
    );
    await checkProcesses(engine, config, step);
  });
}

async function checkProcesses(engine, config, step) {
  const postgres = await startPostgres(engine);
  const start = (args, options = []) =>
    runAsPod(engine, args, ['--env', `DATABASE_URL=${postgres.url}`, ...options]);
  await step('admin migrates, and ends in order when it is told to', () => checkAdmin(start, postgres));
  // As OpenShift does, which gives each namespace a user that no image knows.
  for (const [whose, options] of Object.entries({ 'its user': [], 'any user': ['--user', '1000730000:0'] })) {
    await step(`web, worker and admin run as ${whose}, read-only and confined`, () =>
      checkServing(start, config, options),
    );
  }
  await step('web ends under load without losing a request', () => endUnderLoad(engine, start));
}

async function checkAdmin(start, postgres) {
  await (await start(['nonsense'])).mustEnd(2, /What to run/);
  // The lock of migrations/migration-lock.ts: while it is held no migration can run.
  await postgres.begin('select pg_advisory_lock(1735549538, 1835624306), pg_sleep(600)');
  const waiting = await start(['admin', 'migrate']);
  await until(() => mustBeConnected(postgres, 'garbanzo admin'));
  await waiting.mustStop(143);
  await postgres.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query like '%pg_sleep%'`,
  );
  await (await start(['admin', 'migrate'])).mustEnd(0, /The schema is up to date/);
}

async function mustBeConnected(postgres, application) {
  const found = await postgres.query(
    `select pid from pg_stat_activity where application_name = '${application}'`,
  );
  if (found === '') throw new Error(`${application} is not connected to the database`);
}

async function checkServing(start, { Cmd, Healthcheck }, options) {
  const [web, worker] = await Promise.all([start(Cmd, options), start(['worker'], options)]);
  const url = await web.ready(5000);
  await worker.ready(5001);
  await visit(web.engine, 'add', url, 'Bake the bread');
  await (await start(['admin', 'verify'], options)).mustEnd(0, /./);
  const [, ...check] = Healthcheck.Test;
  await Promise.all([web, worker].map((container) => checkInside(container, check)));
}

async function checkInside(container, check) {
  await checkConfined(container);
  await checkHealth(container, check);
  await container.mustStop(0);
}
