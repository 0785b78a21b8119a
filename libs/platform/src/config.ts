import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { databaseUrl } from './database-url.js';

const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535);

const basePath = z
  .string()
  .regex(/^(\/[\w.~-]+)*\/?$/, 'must look like /todo, or be empty')
  .transform((path) => path.replace(/\/$/, ''));

const PROXIES = 'must be true, false, a number of proxies, or their addresses with commas between them';

/** `true`, `false`, a number of proxies, or their addresses: what Fastify calls `trustProxy`. */
const trustProxy = z
  .string()
  .refine((value) => /^(true|false|\d+)$/.test(value) || value.split(',').every(isAddress), PROXIES)
  .transform((value) => {
    if (value === 'true' || value === 'false') return value === 'true';
    else return /^\d+$/.test(value) ? Number(value) : value;
  });

/** An address, or a net of them such as 10.0.0.0/8, or one of the names that Fastify has for some. */
function isAddress(text: string): boolean {
  const [address = '', bits, ...more] = text.trim().split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  const isMask = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most);
  const isNamed = ['loopback', 'linklocal', 'uniquelocal'].includes(text.trim());
  return isNamed || (isIP(address) > 0 && isMask && more.length === 0);
}

const PROCESSES = 'must be a number of processes from 1 to 64';

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: databaseUrl.optional(),
  WEB_DATABASE_URL: databaseUrl.optional(),
  WORKER_DATABASE_URL: databaseUrl.optional(),
  POSTGRES_HOST: z.string().min(1).optional(),
  POSTGRES_PORT: port.default(5432),
  POSTGRES_DATABASE: z.string().min(1).default('garbanzo'),
  POSTGRES_USERNAME: z.string().min(1).default('garbanzo'),
  POSTGRES_PASSWORD: z.string().default(''),
  POSTGRES_WEB_PASSWORD: z.string().optional(),
  POSTGRES_WORKER_PASSWORD: z.string().optional(),
  PORT: port.default(5000),
  WORKER_PORT: port.default(5001),
  ADDRESS: z
    .string()
    .refine((text) => isIP(text) > 0, 'must be an address of this machine')
    .default('0.0.0.0'),
  WEB_CONCURRENCY: z.coerce
    .number({ error: PROCESSES })
    .int(PROCESSES)
    .min(1, PROCESSES)
    .max(64, PROCESSES)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  BASE_PATH: basePath.default(''),
  TRUST_PROXY: trustProxy.default(false),
});

const secrets = [
  'DATABASE_URL',
  'WEB_DATABASE_URL',
  'WORKER_DATABASE_URL',
  'POSTGRES_PASSWORD',
  'POSTGRES_WEB_PASSWORD',
  'POSTGRES_WORKER_PASSWORD',
] as const;

/** The processes that may have a login of their own. */
export type LoginName = 'web' | 'worker';

/** Says in words what is wrong with the environment. */
export class ConfigError extends Error {}

/** A class, so that Nest can inject it by its name; made by `loadConfig` only. */
export abstract class Config {
  abstract readonly production: boolean;
  /** Where the database is, and who this process logs in as. */
  abstract readonly databaseUrl: string;
  /** The logins of the processes that have one of their own. Without it they log in as the owner. */
  abstract readonly logins: Readonly<Partial<Record<LoginName, string>>>;
  abstract readonly port: number;
  abstract readonly workerPort: number;
  /** Of this machine, where both listen; 0.0.0.0 is all of them. */
  abstract readonly address: string;
  /** Web processes that share the port. */
  abstract readonly webConcurrency: number;
  abstract readonly logLevel: z.infer<typeof schema>['LOG_LEVEL'];
  /** Without a slash at its end; empty when the app is served from the root. */
  abstract readonly basePath: string;
  abstract readonly trustProxy: boolean | number | string;
}

/**
 * The configuration of this process, from the environment.
 *
 * @param process that may have a login of its own; the owner's is read without one
 * @throws ConfigError naming every variable that is missing or wrong, and what it should be.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, name?: LoginName): Config {
  const data = parse(env, name);
  const logins = loginsOf(data);
  const production = data.NODE_ENV === 'production';
  return {
    production,
    databaseUrl: (name && logins[name]) ?? data.DATABASE_URL ?? urlOf(data),
    logins,
    port: data.PORT,
    workerPort: data.WORKER_PORT,
    address: data.ADDRESS,
    webConcurrency: data.WEB_CONCURRENCY ?? (production ? availableParallelism() : 1),
    logLevel: data.LOG_LEVEL,
    basePath: data.BASE_PATH,
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
function parse(env: NodeJS.ProcessEnv, name?: LoginName): z.infer<typeof schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const problems = [...missingDatabase(given, name), ...strayPasswords(given), ...readSecretFiles(given)];
  const parsed = schema.safeParse(given);
  problems.push(...(parsed.error?.issues ?? []).map(explain));
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new ConfigError(['The configuration is not usable:', ...problems].join('\n'));
}

/** Puts what the files hold in its place; answers which of them cannot be read. */
function readSecretFiles(env: NodeJS.ProcessEnv): string[] {
  return secrets.flatMap((name) => {
    const file = env[`${name}_FILE`];
    if (file === undefined) return [];
    try {
      env[name] = readFileSync(file, 'utf8').trim();
      return [];
    } catch {
      return [`  ${name}_FILE names a file that cannot be read: ${file}`];
    }
  });
}

function missingDatabase(env: NodeJS.ProcessEnv, login?: LoginName): string[] {
  const own = login ? [`${login.toUpperCase()}_DATABASE_URL`] : [];
  const urls = ['DATABASE_URL', ...own].flatMap((name) => [name, `${name}_FILE`]);
  const isGiven = [...urls, 'POSTGRES_HOST'].some((name) => env[name]);
  return isGiven ? [] : ['  DATABASE_URL is not set: give DATABASE_URL, or POSTGRES_HOST and its companions'];
}

/** A password beside a whole URL would be put aside. */
function strayPasswords(env: NodeJS.ProcessEnv): string[] {
  if (env.POSTGRES_HOST) return [];
  return ['WEB', 'WORKER'].flatMap((login) => {
    const name = `POSTGRES_${login}_PASSWORD`;
    const isGiven = env[name] || env[`${name}_FILE`];
    return isGiven
      ? [`  ${name} goes with POSTGRES_HOST: beside DATABASE_URL give ${login}_DATABASE_URL`]
      : [];
  });
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
