import { chartFile } from '../chart.mjs';
import { podTemplates } from './pods.mjs';

/** Those that our programs read and the chart sets: a test compares the list in its schema with what they read. */
const KNOWN = JSON.parse(chartFile('values.schema.json')).$defs.variable.properties.name.not.enum;

/**
 * What is misspelt would be overlooked, since nobody has to set most variables.
 *
 * @param own the names of those that the values add
 * @throws Error naming each variable of a program of ours that it does not read
 */
export function refuseUnknownVariables(manifests, own = []) {
  const containers = podTemplates({ manifests }).flatMap(({ spec }) => spec.containers);
  // A container with a command is another program in our image, or none of ours.
  const programs = containers.filter(({ command }) => command === undefined);
  const names = programs.flatMap(({ env = [], envFrom = [] }) => [
    ...env.map(({ name }) => name),
    ...envFrom.flatMap(({ configMapRef }) => keysOf(manifests, configMapRef?.name)),
  ]);
  const unknown = [...new Set(names)].filter((name) => ![...KNOWN, ...own].includes(name));
  if (names.length === 0 || unknown.length > 0) throw new Error(`Nobody reads ${unknown.join(', ')}`);
}

function keysOf(manifests, name) {
  const configMap = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
  return Object.keys(configMap?.data ?? {});
}
