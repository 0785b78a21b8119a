import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { wrongNames } from './config-names.js';
import { missingBeside, peopleOf, peopleVariables, type PeopleConfig } from './config-people.js';
import {
  basePath,
  databaseHost,
  hosts,
  ownAddress,
  place,
  port,
  portElsewhere,
  processes,
  trustProxy,
} from './config-values.js';
import { databaseUrl } from './database-url.js';
import { readSecretFiles } from './secret-files.js';

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: databaseUrl.optional(),
  WEB_DATABASE_URL: databaseUrl.optional(),
  WORKER_DATABASE_URL: databaseUrl.optional(),
  DATABASE_REPLICA_URL: databaseUrl.optional(),
  POSTGRES_HOST: databaseHost.optional(),
  POSTGRES_REPLICA_HOST: databaseHost.optional(),
  POSTGRES_PORT: portElsewhere.default(5432),
  POSTGRES_DATABASE: z.string().min(1).default('garbanzo'),
  POSTGRES_USERNAME: z.string().min(1).default('garbanzo'),
  POSTGRES_PASSWORD: z.string().default(''),
  POSTGRES_WEB_PASSWORD: z.string().optional(),
  POSTGRES_WORKER_PASSWORD: z.string().optional(),
  PORT: port.default(5000),
  INTERNAL_PORT: place.default({ address: undefined, port: 5001 }),
  ADDRESS: ownAddress.default('0.0.0.0'),
  ALLOWED_HOSTS: hosts.default([]),
  WEB_CONCURRENCY: processes.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  BASE_PATH: basePath.default(''),
  TRUST_PROXY: trustProxy.default(false),
  SETUP_TOKEN: z.string().min(16).optional(),
  SIGN_UP: z.enum(['invited', 'open', 'closed']).default('invited'),
  ...peopleVariables,
});

const secrets = [
  'DATABASE_URL',
  'WEB_DATABASE_URL',
  'WORKER_DATABASE_URL',
  'DATABASE_REPLICA_URL',
  'POSTGRES_PASSWORD',
  'POSTGRES_WEB_PASSWORD',
  'POSTGRES_WORKER_PASSWORD',
  'SETUP_TOKEN',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
] as const;

/** Every variable that is read, and those that may come from a file, for what has to name them all as well. */
export const VARIABLES = { names: Object.keys(schema.shape), secrets } as const;

/** The processes that may have a login of their own. */
export type LoginName = 'web' | 'worker';

/** Says in words what is wrong with the environment. */
export class ConfigError extends Error {}

/** A class, so that Nest can inject it by its name; made by `loadConfig` only. */
export abstract class Config {
  abstract readonly production: boolean;
  /** Where the database is, and who this process logs in as. */
  abstract readonly databaseUrl: string;
  /** Where web may read pages as well, and who it logs in as there. */
  abstract readonly replicaUrl: string | undefined;
  /** The logins of the processes that have one of their own. Without it they log in as the owner. */
  abstract readonly logins: Readonly<Partial<Record<LoginName, string>>>;
  /** Where web serves pages. */
  abstract readonly port: number;
  /** Of this machine; 0.0.0.0 is all of them. */
  abstract readonly address: string;
  /** Where web and worker tell metrics and the details of their health: for those who run it, not for everybody. */
  abstract readonly internal: { readonly port: number; readonly address: string };
  /** Names under which web is reached, in small letters and perhaps with a port, beside localhost and addresses. */
  abstract readonly allowedHosts: readonly string[];
  /** Web processes that share the port. */
  abstract readonly webConcurrency: number;
  abstract readonly logLevel: z.infer<typeof schema>['LOG_LEVEL'];
  /** Without a slash at its end; empty when the app is served from the root. */
  abstract readonly basePath: string;
  /** Whoever makes the first account has to know it, where it is set. */
  abstract readonly setUpToken: string | undefined;
  /** Who may make an account: those who are invited, everybody, or nobody. */
  abstract readonly signUp: z.infer<typeof schema>['SIGN_UP'];
  abstract readonly people: PeopleConfig;
  abstract readonly trustProxy: boolean | number | string;
}

/**
 * The configuration of this process, from the environment.
 *
 * @param name of a process that may have a login of its own; the owner's is read without one
 * @throws ConfigError naming every variable that is missing, wrong, or would not be read, and what it should be.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, name?: LoginName): Config {
  const data = parse(env, name);
  const logins = loginsOf(data);
  const people = peopleOf(data);
  const production = data.NODE_ENV === 'production';
  const databaseUrl = (name && logins[name]) ?? data.DATABASE_URL ?? urlOf(data);
  return {
    production,
    databaseUrl,
    replicaUrl: replicaUrlOf(data, databaseUrl),
    logins,
    port: data.PORT,
    address: data.ADDRESS,
    internal: { port: data.INTERNAL_PORT.port, address: data.INTERNAL_PORT.address ?? data.ADDRESS },
    allowedHosts: [...data.ALLOWED_HOSTS, ...people.publicHosts],
    webConcurrency: data.WEB_CONCURRENCY ?? (production ? availableParallelism() : 1),
    logLevel: data.LOG_LEVEL,
    basePath: data.BASE_PATH,
    setUpToken: data.SETUP_TOKEN,
    signUp: data.SIGN_UP,
    people,
    trustProxy: data.TRUST_PROXY,
  };
}

/** The same for a process that is starting: when it cannot be, says so and ends it with code 2. */
export function configOrExit(name: LoginName): Config {
  try {
    return loadConfig(process.env, name);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

/** An empty variable counts as one that is not set; `NAME_FILE` holds the path of a file with the secret. */
function parse(env: NodeJS.ProcessEnv, login?: LoginName): z.infer<typeof schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const problems = wrongNames(given, { names: Object.keys(schema.shape), secrets, login });
  problems.push(...readSecretFiles(given, secrets));
  const parsed = schema.safeParse(given);
  problems.push(...(parsed.error?.issues ?? []).map(explain));
  if (parsed.data && parsed.data.PORT !== 0 && parsed.data.PORT === parsed.data.INTERNAL_PORT.port) {
    problems.push(
      '  PORT and INTERNAL_PORT are the same: what is for everybody and what is not need a port each',
    );
  }
  problems.push(...missingBeside(given));
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new ConfigError(['The configuration is not usable:', ...problems].join('\n'));
}

function explain(issue: { path: PropertyKey[]; message: string }): string {
  return `  ${issue.path.map(String).join('.')} ${issue.message}`;
}

/** Web and worker log in by the names of their roles, unless their own addresses say otherwise. */
function loginsOf(data: z.infer<typeof schema>): Config['logins'] {
  const { POSTGRES_WEB_PASSWORD: ofWeb, POSTGRES_WORKER_PASSWORD: ofWorker } = data;
  const login = (POSTGRES_USERNAME: string, POSTGRES_PASSWORD?: string) =>
    POSTGRES_PASSWORD === undefined ? undefined : urlOf({ ...data, POSTGRES_USERNAME, POSTGRES_PASSWORD });
  const web = data.WEB_DATABASE_URL ?? login('garbanzo_web', ofWeb);
  const worker = data.WORKER_DATABASE_URL ?? login('garbanzo_worker', ofWorker);
  return { ...(web ? { web } : {}), ...(worker ? { worker } : {}) };
}

function urlOf(env: z.infer<typeof schema>): string {
  const url = new URL('postgresql://localhost');
  url.hostname = env.POSTGRES_HOST ?? 'localhost';
  url.port = String(env.POSTGRES_PORT);
  url.pathname = `/${encodeURIComponent(env.POSTGRES_DATABASE)}`;
  url.username = encodeURIComponent(env.POSTGRES_USERNAME);
  url.password = encodeURIComponent(env.POSTGRES_PASSWORD);
  return url.href;
}

/** Its own, or the same as the primary's on another host. */
function replicaUrlOf(data: z.infer<typeof schema>, databaseUrl: string): string | undefined {
  if (data.POSTGRES_REPLICA_HOST === undefined) return data.DATABASE_REPLICA_URL;
  const url = new URL(databaseUrl);
  url.hostname = data.POSTGRES_REPLICA_HOST;
  return url.href;
}
