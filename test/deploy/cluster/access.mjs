import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from './api.mjs';

/** Who asks the API server by a token from the beginning, and the group that gives them their rights. */
const USERS = {
  admin: { user: 'admin', groups: 'system:masters' },
  'kube-controller-manager': { user: 'system:kube-controller-manager', groups: '' },
  'kube-scheduler': { user: 'system:kube-scheduler', groups: '' },
};

/** What our deployer asks for is written down, each request once. */
const AUDIT_POLICY = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [{ level: 'Metadata', userGroups: ['system:serviceaccounts:concourse-main'] }, { level: 'None' }],
};

/** The files by which an API server on this port knows who asks it, and by which others know it. */
export async function prepareAccess(folder, port) {
  const file = (name) => join(folder, name);
  const tokens = Object.fromEntries(
    Object.keys(USERS).map((name) => [name, randomBytes(24).toString('hex')]),
  );
  const lines = Object.entries(USERS).map(([name, { user, groups }]) =>
    [tokens[name], user, name, `"${groups}"`].join(),
  );
  writeFileSync(file('tokens.csv'), lines.join('\n'), { mode: 0o600 });
  writeFileSync(file('audit-policy.json'), JSON.stringify(AUDIT_POLICY));
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  writeFileSync(file('service-accounts.key'), privateKey, { mode: 0o600 });
  mkdirSync(file('certificates'));
  return new Access(file, { tokens, server: `https://127.0.0.1:${port}` });
}

class Access {
  constructor(file, { tokens, server }) {
    this.file = file;
    this.certificates = file('certificates');
    // The API server makes a certificate for itself, which is its own authority.
    this.authority = file('certificates/apiserver.crt');
    this.serviceAccountKey = file('service-accounts.key');
    this.tokens = file('tokens.csv');
    this.auditPolicy = file('audit-policy.json');
    this.auditLog = file('audit.log');
    this.admin = { server, token: tokens.admin };
    this.secrets = tokens;
  }

  readAuthority() {
    this.admin.authority = readFileSync(this.authority, 'utf8');
  }

  async isReady() {
    this.readAuthority();
    return (await new Api(this.admin).request('GET', '/readyz')) === 'ok';
  }

  kubeconfigOf(name) {
    const kubeconfig = this.file(`${name}.kubeconfig`);
    writeKubeconfig(kubeconfig, { ...this.admin, token: this.secrets[name] });
    return kubeconfig;
  }
}

/** A kubeconfig for whoever has this token. */
export function writeKubeconfig(file, { server, authority, token }) {
  const data = Buffer.from(authority).toString('base64');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'check',
    clusters: [{ name: 'check', cluster: { server, 'certificate-authority-data': data } }],
    users: [{ name: 'check', user: { token } }],
    contexts: [{ name: 'check', context: { cluster: 'check', user: 'check' } }],
  };
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
}
