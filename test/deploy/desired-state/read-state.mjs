import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { stateSchema } from './schema.mjs';

/**
 * A desired state as helmsman reads it: variables of the environment are filled in, paths are those beside the file.
 *
 * @throws Error for what helmsman refuses: an unset variable, an unknown namespace, a file or a chart that is not there
 */
export function readState(file, env) {
  const folder = dirname(file);
  const state = stateSchema.parse(parse(fillIn(readFileSync(file, 'utf8'), env)));
  const apps = Object.entries(state.apps).map(([name, app]) => releaseOf({ name, app, folder, state }));
  return { ...state, apps };
}

function fillIn(text, env) {
  return text.replaceAll(/\$(\w+)/g, (_, name) => {
    if (env[name] === undefined) throw new Error(`$${name} is not set`);
    return env[name];
  });
}

function releaseOf({ name, app, folder, state }) {
  if (!(app.namespace in state.namespaces))
    throw new Error(`${name} is in the unknown namespace ${app.namespace}`);
  const files = [app.valuesFile, ...(app.valuesFiles ?? [])]
    .filter(Boolean)
    .map((path) => join(folder, path));
  const secrets = app.secretsFile && join(folder, app.secretsFile);
  const missing = [...files, secrets].find((path) => path && !existsSync(path));
  if (missing) throw new Error(`${name} needs ${missing}`);
  return { ...app, name, files, secrets, chart: chartOf({ name, app, folder, state }) };
}

/** What does not begin with the name of a repository is a folder. */
function chartOf({ name, app, folder, state }) {
  if (app.chart.split('/')[0] in state.helmRepos) return app.chart;
  const path = join(folder, app.chart);
  if (!existsSync(path)) throw new Error(`${name} needs the chart ${path}`);
  const { version } = parse(readFileSync(join(path, 'Chart.yaml'), 'utf8'));
  if (version !== app.version)
    throw new Error(`${name} asks for ${app.version} of its chart, which is ${version}`);
  return path;
}
