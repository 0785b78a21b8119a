/** What has to be there before what: an operator before what it operates, the schema before those who need it. */
const BEFORE = [
  ['cert-manager', 'plugin-barman-cloud'],
  ['cert-manager', 'tls'],
  ['cloudnative-pg', 'plugin-barman-cloud'],
  ['plugin-barman-cloud', 'postgresql'],
  ['garbanzo-credentials', 'postgresql'],
  ['garbanzo-logins', 'postgresql'],
  // It brings the PodMonitor and the rules that the database and web ask for.
  ['monitoring', 'postgresql'],
  ['postgresql', 'garbanzo-web'],
  ['garbanzo-people', 'garbanzo-web'],
  ['tls', 'garbanzo-web'],
  ['garbanzo-web', 'garbanzo-worker'],
  ['concourse-credentials', 'concourse'],
  ['garbanzo-worker', 'concourse'],
];

/** Releases of one priority may come in any order, so being before means a lower priority. */
export function refuseWrongOrder(steps) {
  const names = steps.map(({ release }) => release.name);
  const priority = Object.fromEntries(steps.map(({ release }) => [release.name, release.priority]));
  for (const [first, second] of BEFORE) {
    const isBefore = names.indexOf(first) < names.indexOf(second) && priority[first] < priority[second];
    if (!isBefore) throw new Error(`${first} has to be before ${second}`);
  }
}

/** Web is ready when the worker has built its tables, and the worker comes after it: helm would wait until it gives up. */
export function refuseDeadlock({ apps }) {
  const [web, worker] = ['garbanzo-web', 'garbanzo-worker'].map((name) =>
    apps.find((app) => app.name === name),
  );
  if (web.wait) throw new Error('garbanzo-web waits for pods that wait for garbanzo-worker');
  const waits = Object.values(worker.hooks ?? {}).filter((hook) => hook.includes('deployment/garbanzo-web'));
  if (waits.length !== 2) throw new Error('nobody waits for the pods of garbanzo-web');
}

const SAME = ['namespace', 'chart', 'version', 'priority', 'wait', 'timeout', 'setString', 'hooks'];

/** A cluster that outgrows the small state goes on with the other one: both have to mean the same releases. */
export function refuseDifferences(full, small) {
  for (const release of small.apps) {
    const same = full.apps.find(({ name }) => name === release.name);
    const key = SAME.find((one) => JSON.stringify(release[one]) !== JSON.stringify(same?.[one]));
    if (key) throw new Error(`${release.name} has another ${key} in the small state`);
  }
  for (const [name, namespace] of Object.entries(small.namespaces)) {
    const same = JSON.stringify(full.namespaces[name]) === JSON.stringify(namespace);
    if (!same) throw new Error(`the namespace ${name} is another one in the small state`);
  }
  if (full.context !== small.context) throw new Error('the contexts differ');
}
