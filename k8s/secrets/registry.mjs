/** Who Artifact Registry's clients say they are when their password is a JSON key. */
const USER = '_json_key';

/** What Kubernetes pulls images with, and Docker keeps in its config.json. Empty without a key: the registry is public. */
export function dockerConfig(jsonKey, registry = 'europe-west1-docker.pkg.dev') {
  const login = {
    username: USER,
    password: jsonKey,
    auth: Buffer.from(`${USER}:${jsonKey}`).toString('base64'),
  };
  return { '.dockerconfigjson': JSON.stringify({ auths: jsonKey === '' ? {} : { [registry]: login } }) };
}
