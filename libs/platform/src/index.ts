/**
 * What every process needs and no to-do: configuration, the connection to PostgreSQL, logs, metrics, health.
 * It must not know what is stored or why.
 */
export { Batcher } from './batcher.js';
export type { BinaryRow } from './binary-row.js';
export { Coalescer } from './coalescer.js';
export { Config, ConfigError, configOrExit, loadConfig, VARIABLES, type LoginName } from './config.js';
export { isLoopback, type MailConfig, type OidcConfig, type PeopleConfig } from './config-people.js';
export { copyIn, type Copy } from './copy-in.js';
export { copyOut } from './copy-out.js';
export { connectionOptions, type Connection, Database, type Queryable } from './database.js';
export { isDatabaseUnavailable, isOutdatedPlan, isRefusedByDatabase, sqlStateOf } from './database-errors.js';
export { inTransaction } from './in-transaction.js';
export { HealthModule } from './health/health.module.js';
export { HealthReport, type Report } from './health/health-report.js';
export { internalsOf, serveInternals, type Internals } from './health/internal-server.js';
export type { Need } from './health/need.js';
export { Readiness } from './health/readiness.js';
export { Listener } from './listener.js';
export { createLogger, LOGGER, NestLogger, type Logger } from './logger.js';
export { Metrics } from './metrics.js';
export { Notifications } from './notifications.js';
export { passwordVerifier } from './password-verifier.js';
export { prepared } from './prepared.js';
export { isPooler, PoolerError } from './refuse-pooler.js';
export { PlatformModule } from './platform.module.js';
export { settling, type DatabaseRole } from './session-settings.js';
export { endAtSignal, runUntilSignal } from './run-until-signal.js';
