import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { VARIABLES } from '#libs/platform';

const read = (file: string) => readFileSync(file, 'utf8');

const files = VARIABLES.secrets.map((name) => `${name}_FILE`);
const known: readonly string[] = [...VARIABLES.names, ...files];

/** Those of `make start`, which has a configuration of its own. */
const OF_MAKE_START = ['GARBANZO_DATA_DIR', 'GARBANZO_POSTGRES_PORT'];
/** Those that pg and Node read themselves. */
const OF_LIBRARIES = ['PGSSLMODE', 'NODE_EXTRA_CA_CERTS'];

/** Those that Docker Compose has an answer to itself: how processes run, and where the database is. */
const OF_CONTAINERS =
  /^(NODE_ENV|LOG_LEVEL|PORT|INTERNAL_PORT|ADDRESS|WEB_CONCURRENCY|POSTGRES_.*|.*DATABASE.*)$/;
const HOW_PEOPLE_COME = VARIABLES.names.filter((name) => !OF_CONTAINERS.test(name));

/** Every name that is not said there, and every name said there that nobody reads. */
function differences(said: readonly string[], besides: readonly string[] = []) {
  const isSaid = (name: string) => said.includes(name) || said.includes(`${name}_FILE`);
  return {
    missing: VARIABLES.names.filter((name) => !isSaid(name)),
    unknown: said.filter((name) => !known.includes(name) && !besides.includes(name)),
  };
}

const NONE = { missing: [], unknown: [] };

describe('the variables that are read', () => {
  it('are missed where they are misspelt', () => {
    const { missing, unknown } = differences(['SIGNUP', 'SMTP_URL_FILE']);
    expect(missing).toContain('SIGN_UP');
    expect(missing).not.toContain('SMTP_URL');
    expect(unknown).toEqual(['SIGNUP']);
  });

  it('have a row in the table of the README, or are named in one', () => {
    const rows = read('README.md').match(/^\| `[A-Z_]+`.*$/gm) ?? [];
    const first = rows.flatMap((row) => row.split('|')[1]?.match(/[A-Z][A-Z_]+/g) ?? []);
    const { unknown } = differences(first, OF_MAKE_START);
    const { missing } = differences(rows.join('\n').match(/\b[A-Z][A-Z_]+\b/g) ?? []);
    expect({ missing, unknown }).toEqual(NONE);
  });

  it('have a line in .env.example, or are named in one', () => {
    const text = read('.env.example');
    const lines = Array.from(text.matchAll(/^(?:# )?([A-Z_]+)=/gm), ([, name = '']) => name);
    const { unknown } = differences(lines);
    const { missing } = differences(text.match(/\b[A-Z][A-Z_]+\b/g) ?? []);
    expect({ missing, unknown }).toEqual(NONE);
  });

  it('are those that extraEnv of the chart leaves to its other values', () => {
    const schema: ChartSchema = JSON.parse(read('k8s/charts/garbanzo/values.schema.json')) as ChartSchema;
    const { missing, unknown } = differences(schema.$defs.variable.properties.name.not.enum, OF_LIBRARIES);
    // Web listens at every address of its pod, and a replica with a login of its own is for extraEnv.
    expect({ missing, unknown }).toEqual({ missing: ['DATABASE_REPLICA_URL', 'ADDRESS'], unknown: [] });
  });

  it.each(['SETUP_TOKEN', 'SMTP_URL', 'OIDC_CLIENT_SECRET'])(
    'is a file in the pods of the chart: %s',
    (name) => {
      expect(files).toContain(`${name}_FILE`);
      expect(read('k8s/charts/garbanzo/templates/_people.tpl')).toMatch(
        new RegExp(`^${name}: \\{ name:`, 'm'),
      );
    },
  );

  it('reach the services of Docker Compose that need them, and no other', () => {
    const { services } = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
    const told = (service: string) => Object.entries(services[service]?.environment ?? {});
    const own = (service: string) =>
      Object.fromEntries(told(service).filter(([name]) => HOW_PEOPLE_COME.includes(name)));
    const asTheyAre = Object.fromEntries(HOW_PEOPLE_COME.map((name) => [name, `\${${name}:-}`]));
    for (const service of ['web', 'migrate']) expect(own(service)).toEqual(asTheyAre);
    for (const service of ['worker', 'postgres', 'grafana']) expect(own(service)).toEqual({});
    for (const service of ['web', 'migrate', 'worker'])
      expect(differences(told(service).map(([name]) => name)).unknown).toEqual([]);
  });
});

interface ChartSchema {
  readonly $defs: {
    readonly variable: {
      readonly properties: { readonly name: { readonly not: { readonly enum: string[] } } };
    };
  };
}

interface Compose {
  readonly services: Readonly<Record<string, { readonly environment?: Readonly<Record<string, string>> }>>;
}
