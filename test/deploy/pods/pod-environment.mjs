import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What a container would find: its variables, with those that come from a ConfigMap or a secret, and the files of its
 * volumes, which lie below `folder` rather than at the root of a container.
 *
 * @param spec the pod's spec, as the chart renders it
 * @param cluster `{configMaps, secrets}`, each by name
 */
export function podEnvironment(spec, cluster, folder) {
  const [container] = spec.containers;
  const places = placeFiles(spec, cluster.secrets, folder);
  const inFolder = (value) => places.reduce((path, place) => path.replace(place, join(folder, place)), value);
  const valueOf = ({ value, valueFrom }) =>
    valueFrom ? found(cluster.secrets, valueFrom.secretKeyRef) : inFolder(value);
  return {
    ...Object.assign(
      {},
      ...(container.envFrom ?? []).map(({ configMapRef }) => dataOf(cluster.configMaps, configMapRef)),
    ),
    ...Object.fromEntries(container.env.map((variable) => [variable.name, valueOf(variable)])),
  };
}

/** Writes the secrets that are mounted, and answers where they are mounted. */
function placeFiles(spec, secrets, folder) {
  const mounts = spec.containers[0].volumeMounts ?? [];
  const volumes = (spec.volumes ?? []).filter((volume) => volume.projected);
  return volumes.map(({ name, projected }) => {
    const { mountPath } = mounts.find((mount) => mount.name === name);
    for (const { secret } of projected.sources) {
      for (const { key, path } of secret.items) {
        const file = join(folder, mountPath, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, found(secrets, { name: secret.name, key }));
      }
    }
    return mountPath;
  });
}

function dataOf(configMaps, { name }) {
  if (configMaps[name] === undefined)
    throw new Error(`The chart asks for the ConfigMap ${name}, which is not there`);
  return configMaps[name];
}

function found(secrets, { name, key }) {
  const value = secrets[name]?.[key];
  if (value === undefined) throw new Error(`The chart asks for ${key} of the secret ${name}, which has none`);
  return value;
}
