import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { z } from 'zod';

const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535);

const basePath = z
  .string()
  .regex(/^(\/[\w.~-]+)*\/?$/, 'must look like /todo, or be empty')
  .transform((path) => path.replace(/\/$/, ''));

/** `true`, `false`, a number of proxies, or their addresses: what Fastify calls `trustProxy`. */
const trustProxy = z.string().transform((value) => {
  if (value === 'true' || value === 'false') return value === 'true';
  else return /^\d+$/.test(value) ? Number(value) : value;
});

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  POSTGRES_HOST: z.string().min(1).optional(),
  POSTGRES_PORT: port.default(5432),
  POSTGRES_DATABASE: z.string().min(1).default('garbanzo'),
  POSTGRES_USERNAME: z.string().min(1).default('garbanzo'),
  POSTGRES_PASSWORD: z.string().default(''),
  PORT: port.default(5000),
  WORKER_PORT: port.default(5001),
  WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  BASE_PATH: basePath.default(''),
  TRUST_PROXY: trustProxy.default(false),
});

const secrets = ['DATABASE_URL', 'POSTGRES_PASSWORD'] as const;

/** Says in words what is wrong with the environment. */
export class ConfigError extends Error {}

/** A class, so that Nest can inject it by its name; made by `loadConfig` only. */
export abstract class Config {
  abstract readonly production: boolean;
  abstract readonly databaseUrl: string;
  abstract readonly port: number;
  abstract readonly workerPort: number;
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
 * @throws ConfigError naming every variable that is missing or wrong, and what it should be.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const data = parse(withSecretFiles(env));
  const production = data.NODE_ENV === 'production';
  return {
    production,
    databaseUrl: data.DATABASE_URL ?? urlOf(data),
    port: data.PORT,
    workerPort: data.WORKER_PORT,
    webConcurrency: data.WEB_CONCURRENCY ?? (production ? availableParallelism() : 1),
    logLevel: data.LOG_LEVEL,
    basePath: data.BASE_PATH,
    trustProxy: data.TRUST_PROXY,
  };
}

/** The same for a process that is starting: when it cannot be, says so and ends it with code 2. */
export function configOrExit(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

function parse(env: NodeJS.ProcessEnv): z.infer<typeof schema> {
  const parsed = schema.safeParse(env);
  const problems = [...missingDatabase(env), ...(parsed.error?.issues ?? []).map(explain)];
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new ConfigError(['The configuration is not usable:', ...problems].join('\n'));
}

/** An empty variable counts as one that is not set; `NAME_FILE` holds the path of a file with the secret. */
function withSecretFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  for (const name of secrets) {
    const file = known[`${name}_FILE`];
    if (file !== undefined) known[name] = readSecret(`${name}_FILE`, file);
  }
  return known;
}

function readSecret(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const problem = `  ${variable} names a file that cannot be read: ${file}`;
    throw new ConfigError(`The configuration is not usable:\n${problem}`, { cause });
  }
}

function missingDatabase(env: NodeJS.ProcessEnv): string[] {
  const isGiven = env.DATABASE_URL !== undefined || env.POSTGRES_HOST !== undefined;
  return isGiven ? [] : ['  DATABASE_URL is not set: give DATABASE_URL, or POSTGRES_HOST and its companions'];
}

function explain(issue: { path: PropertyKey[]; message: string }): string {
  return `  ${issue.path.map(String).join('.')} ${issue.message}`;
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
