import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { goTool } from './tools.mjs';

/** What docker compose makes of these files, by the code that it reads them with, which holds them against their schema. */
export async function readCompose({ folder, files, env }) {
  const program = await goTool({
    module: 'github.com/compose-spec/compose-go/v2/cmd',
    version: 'v2.16.2',
    binary: 'cmd',
  });
  const { stdout } = await runCommand(program, ['--format', 'json', ...files], { cwd: folder, env });
  return JSON.parse(stdout);
}

/** @throws Error naming the first thing that is not as it should be */
export function assertComposed({ services, volumes }, { root, port }) {
  const { web, worker, migrate, postgres } = services;
  must(Object.keys(volumes).join() === 'postgres', 'there is another volume than postgres');
  for (const [name, service] of Object.entries(services)) {
    assertMounts(name, service);
    for (const other of Object.keys(service.depends_on ?? {})) must(services[other], `there is no ${other}`);
  }
  must(postgres.ports === undefined, 'postgres is published');
  must(web.ports.length === 1 && web.ports[0].published === port, `web is not published on ${port}`);
  must(postgres.image.startsWith('postgres:18'), 'it is not PostgreSQL 18');
  for (const service of [web, worker]) {
    must(
      service.depends_on.migrate.condition === 'service_completed_successfully',
      'the migration is not waited for',
    );
    must(service.depends_on.postgres.condition === 'service_healthy', 'PostgreSQL is not waited for');
  }
  for (const service of [web, worker, postgres]) assertChecked(service.healthcheck);
  for (const service of [web, worker, migrate]) assertBuilt(service.build, root);
}

/** Often until the first answer, so that nobody waits, and rarely from then on: see compose.yaml. */
function assertChecked({ test, interval, start_interval }) {
  must(test, 'a health check is missing');
  must(!test.join(' ').includes('node'), 'a health check starts Node');
  must(
    interval === '30s' && start_interval === '1s',
    `a health check comes every ${interval}, ${start_interval}`,
  );
}

function assertMounts(name, { volumes = [] }) {
  for (const { type, source } of volumes) {
    if (type === 'bind') must(existsSync(source), `${source} is not there`);
    else must(name === 'postgres', `${name} keeps something in the volume ${source}`);
  }
}

/** From the project's own Dockerfile, and a stage that it has. */
function assertBuilt({ context, dockerfile, target }, root) {
  must(context === root, `${context} is not the folder of the project`);
  const text = readFileSync(join(context, dockerfile), 'utf8');
  must(target === undefined || text.includes(` AS ${target}\n`), `${dockerfile} has no stage ${target}`);
}

function must(isSo, message) {
  if (!isSo) throw new Error(message);
}
