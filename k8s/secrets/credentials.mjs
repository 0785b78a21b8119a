import { ask, askForFile } from './ask.mjs';
import { password, rsaKey } from './random.mjs';
import { dockerConfig } from './registry.mjs';

/**
 * What each release has to be told in secret: the values that its chart reads, by release. A chart's own defaults for
 * these are public (Concourse comes with keys and a user that everybody has), so each of them is replaced.
 */
export const CREDENTIALS = {
  'garbanzo-credentials': async (environment) => ({
    secrets: {
      duckdns: await duckDns(environment),
      registry: dockerConfig(await registryKey(environment), environment.REGISTRY),
      backups: { APPLICATION_CREDENTIALS: await backupKey(environment) },
    },
  }),

  'garbanzo-logins': async () => ({
    secrets: {
      'garbanzo-web-login': { username: 'garbanzo_web', password: password() },
      'garbanzo-worker-login': { username: 'garbanzo_worker', password: password() },
    },
  }),

  'garbanzo-people': async (environment) => ({
    secrets: {
      'garbanzo-people': {
        'setup-token': password(),
        'smtp-url': await given(
          environment.SMTP_URL,
          'Server of mails, smtp://user:password@host:587 (empty: none)',
        ),
        'oidc-client-secret': await given(
          environment.OIDC_CLIENT_SECRET,
          'Secret of the client of the OpenID Connect provider (empty: none)',
        ),
      },
    },
  }),

  'concourse-credentials': async (environment) => ({
    secrets: { registry: { password: await registryKey(environment) } },
  }),

  concourse: async () => {
    const [host, worker, session] = await Promise.all([rsaKey(), rsaKey(), rsaKey()]);
    return {
      secrets: {
        localUsers: `owner:${password()}`,
        hostKey: host.privateKey,
        hostKeyPub: host.publicKey,
        workerKey: worker.privateKey,
        workerKeyPub: worker.publicKey,
        sessionSigningKey: session.privateKey,
        encryptionKey: password(32),
      },
      postgresql: { auth: { password: password() } },
    };
  },

  monitoring: async () => ({ grafana: { adminPassword: password() } }),
};

const given = async (value, question) => value ?? (await ask(question));

const duckDns = async ({ DUCKDNS_TOKEN }) => ({
  token: await given(DUCKDNS_TOKEN, 'Duck DNS token (empty: no Duck DNS)'),
});

const backupKey = ({ BACKUP_KEY_FILE }) =>
  askForFile(
    BACKUP_KEY_FILE,
    'File with the JSON key of a service account that may write to the bucket of the backups (empty: none)',
  );

let key;

/** Asked once, though two releases need it: Kubernetes pulls with it, Concourse pushes with it. */
const registryKey = ({ REGISTRY_KEY_FILE }) =>
  (key ??= askForFile(
    REGISTRY_KEY_FILE,
    'File with the JSON key of a service account that may write to Artifact Registry (empty: none)',
  ));
