import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { chart, chartFile, installs } from '../chart.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { freePort } from '../pods/free-port.mjs';
import { metricsIn, metricsNamed } from '../pods/metric-names.mjs';
import { startPostgresAsOperatorsDo } from '../pods/postgres.mjs';
import { readRelease } from '../pods/release.mjs';
import { runToItsEnd, start } from '../pods/run-pod.mjs';
import { runCommand } from '../run-command.mjs';

export const name =
  'what the chart renders starts, with its variables, files and probes, against a PostgreSQL with TLS';

export async function run({ environment, root, scratch, step }) {
  await runCommand('nest', ['build', 'web'], { env: environment, cwd: root });
  const postgres = await startPostgresAsOperatorsDo(scratch);
  const pods = [];
  try {
    const releases = await Promise.all(installs.slice(0, 2).map((each) => readRelease(each, environment)));
    const cluster = clusterOf(postgres, releases);
    const place = { folder: join(scratch, 'root'), path: environment.PATH };
    await step('the migration, as the owner that the operator makes', () =>
      migrate(releases, cluster, { place, stranger: postgres.stranger }),
    );
    await step('the migration, with a URL from a secret', () =>
      migrateByUrl(postgres, { environment, place }),
    );
    await step('web and worker are ready', async () => {
      const specs = releases.map(({ find }) => find('Deployment').spec.template.spec);
      const started = specs.map((spec, nth) =>
        // Each has its own files, as pods do.
        start(spec, cluster, { ...place, folder: join(place.folder, String(nth)) }),
      );
      pods.push(...(await Promise.all(started)));
    });
    await step('the pod for the administrator backs up and compares', () =>
      administer(releases, cluster, { place, scratch }),
    );
    await step('every connection is encrypted, and none is the owner’s', () => mustBeNarrow(postgres));
    await step('helm test', () => helmTest(releases, pods, place));
    await step('alerts and dashboard name metrics that there are', () => mustBeMeasured(pods));
    await step('they end in order', () => Promise.all(pods.splice(0).map((pod) => pod.stop())));
  } finally {
    await Promise.allSettled(pods.map((pod) => pod.stop()));
    await postgres.stop();
  }
}

/** What the pods of the releases find in their namespace. */
function clusterOf({ secrets }, releases) {
  return { secrets, configMaps: Object.assign({}, ...releases.map(({ configMaps }) => configMaps)) };
}

/** First with the certificate of another authority, as if somebody else answered in PostgreSQL's place. */
async function migrate([web], cluster, { place, stranger }) {
  const { spec } = web.find('Job').spec.template;
  const secrets = { ...cluster.secrets, 'postgresql-cluster-ca': { 'ca.crt': stranger } };
  await mustRefuse('the certificate of another authority', /certificate/, () =>
    runToItsEnd(spec, { ...cluster, secrets }, place),
  );
  await runToItsEnd(spec, cluster, place);
}

async function migrateByUrl(postgres, { environment, place }) {
  const install = installs.find(({ release }) => release === 'web-minimal');
  const { spec } = (await readRelease(install, environment)).find('Job').spec.template;
  const { user, password, port, dbname } = postgres.secrets['postgresql-cluster-app'];
  const url = `postgresql://${user}:${encodeURIComponent(password)}@localhost:${port}/${dbname}`;
  const { stdout } = await runToItsEnd(spec, { secrets: { 'garbanzo-database': { url } } }, place);
  if (!stdout.includes('up to date already')) throw new Error(`It migrated another database: ${stdout}`);
}

/** What is run in the pod that waits, with all that the pod has. */
async function administer([web], cluster, { place, scratch }) {
  const { spec } = web.find('CronJob').spec.jobTemplate.spec.template;
  const [container] = spec.containers;
  const run = (...args) => {
    const containers = [{ ...container, args: ['admin', ...args] }];
    return runToItsEnd({ ...spec, containers }, cluster, place);
  };
  const file = join(scratch, 'garbanzo.backup');
  await run('backup', file);
  if (!existsSync(file)) throw new Error('There is no backup');
  await run('verify');
}

async function mustBeNarrow({ url }) {
  const client = new pg.Client(url('postgres'));
  await client.connect();
  const { rows } = await client.query(`
    select application_name as name, usename as user, ssl, count(*)::int from pg_stat_ssl join pg_stat_activity using (pid)
    where application_name like 'garbanzo %' group by 1, 2, 3 order by 1`);
  await client.end();
  const plain = rows.filter(({ ssl }) => !ssl);
  if (rows.length < 3 || plain.length > 0) throw new Error(`Not encrypted: ${JSON.stringify(rows)}`);
  const wide = rows.filter(({ user }) => !['garbanzo_web', 'garbanzo_worker'].includes(user));
  if (wide.length > 0) throw new Error(`Not logged in as themselves: ${JSON.stringify(wide)}`);
}

/** With the script of the test's pod, and against a port where nobody is. */
async function helmTest(releases, pods, { path }) {
  for (const [index, { find }] of releases.entries()) {
    const [{ command, args, env }] = find('Pod').spec.containers;
    const variables = Object.fromEntries(env.map(({ name, value }) => [name, value]));
    const ask = (SERVICE) =>
      runCommand(command[0], [...command.slice(1), ...args], { env: { PATH: path, ...variables, SERVICE } });
    await ask(pods[index].url);
    await mustRefuse('a Service without pods', /ECONNREFUSED/, async () =>
      ask(`http://127.0.0.1:${await freePort()}`),
    );
    await mustRefuse('a page that is not there', /404/, () => ask(`${pods[index].url}/none`));
  }
}

async function mustBeMeasured(pods) {
  const expositions = await Promise.all(
    pods.map(async ({ internalUrl }) => (await fetch(`${internalUrl}/metrics`)).text()),
  );
  const measured = metricsIn(expositions.join('\n'));
  const rules = readdirSync(join(chart, 'files/rules')).map((file) => chartFile(`files/rules/${file}`));
  const texts = [...rules, chartFile('files/dashboard.json')];
  for (const text of texts) allMeasured(text, measured);
  const seeded = texts.at(-1).replace('garbanzo_projection_lag_seconds', 'garbanzo_projection_lag_minutes');
  await mustRefuse('a metric that nobody tells', /lag_minutes/, async () => allMeasured(seeded, measured));
}

function allMeasured(text, measured) {
  const unknown = [...metricsNamed(text)].filter((name) => !measured.has(name));
  if (unknown.length > 0) throw new Error(`Neither web nor worker has a metric ${unknown.join(', ')}`);
}
