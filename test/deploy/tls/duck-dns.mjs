import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';
import { aptTool } from '../tools.mjs';

const PATH = '/api/v1/namespaces/garbanzo/services/garbanzo-web';

/** What an API server says of a Service, an Ingress, and a Gateway, as far as it matters; there are other addresses in it. */
const WITH_ADDRESS = {
  service: {
    spec: { clusterIP: '10.0.0.9' },
    status: { loadBalancer: { ingress: [{ ip: '192.0.2.7', ipMode: 'VIP' }] } },
  },
  gateway: { status: { addresses: [{ type: 'IPAddress', value: '192.0.2.7' }] } },
};
const WITHOUT = { spec: { clusterIP: '10.0.0.9' }, status: { loadBalancer: {} } };

/** Runs the script of the CronJob with the real curl, against stand-ins for the API server and for Duck DNS. */
export async function updateDuckDns({ root, scratch, environment }) {
  await aptTool('curl');
  const account = join(scratch, 'account');
  mkdirSync(account);
  writeFileSync(join(account, 'token'), 'token-of-the-pod');
  writeFileSync(join(account, 'ca.crt'), '');
  const stand = await standIns();
  const env = {
    ...environment,
    ACCOUNT: account,
    API_SERVER: stand.url,
    SERVER: stand.url,
    ADDRESS_OF: PATH,
  };
  const script = join(root, 'k8s/charts/tls/files/update-duck-dns.sh');
  const update = () =>
    runCommand('sh', [script], { env: { ...env, NAMES: 'one,two', TOKEN: 'token-of-duck-dns' } });
  try {
    for (const object of Object.values(WITH_ADDRESS)) await mustUpdate(update, stand, object);
    await mustKeepQuiet(update, stand);
  } finally {
    await stand.stop();
  }
}

async function mustUpdate(update, stand, object) {
  stand.answer(object, 'OK');
  await update();
  const wanted = [
    'GET Bearer token-of-the-pod',
    '/update?domains=one,two&token=token-of-duck-dns&ip=192.0.2.7',
  ];
  if (stand.requests().join() !== wanted.join())
    throw new Error(`it asked ${stand.requests().join(' and ')}`);
}

async function mustKeepQuiet(update, stand) {
  stand.answer(WITHOUT, 'OK');
  await mustRefuse('a Service without an address', /no external address yet/, update);
  if (stand.requests().length !== 1) throw new Error('Duck DNS was told something all the same');
  stand.answer(WITH_ADDRESS.service, 'KO');
  await mustRefuse('another person’s token', /Duck DNS answered KO/, update);
}

async function standIns() {
  let requests = [];
  let answers = {};
  const server = createServer(({ url, method, headers }, response) => {
    const isApi = url === PATH;
    requests.push(isApi ? `${method} ${headers.authorization}` : url);
    response.end(isApi ? JSON.stringify(answers.object, null, 2) : answers.word);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests: () => requests,
    answer: (object, word) => {
      requests = [];
      answers = { object, word };
    },
    stop: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
