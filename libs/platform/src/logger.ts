import { createRequire } from 'node:module';
import { isNativeError } from 'node:util/types';
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type PinoPretty from 'pino-pretty';
import type { Config } from './config.js';

export type { Logger };

/** Where Nest finds the logger of this process. */
export const LOGGER = Symbol('logger');

/** JSON lines in production, readable ones in development. Never log what people write. */
export function createLogger(name: string, config: Pick<Config, 'logLevel' | 'production'>): Logger {
  const options = { name, level: config.logLevel, serializers: { err: describeError } };
  return config.production ? pino(options) : pino(options, readable());
}

/** Required only here, because it is not installed in production. */
function readable(): DestinationStream {
  const pretty = createRequire(import.meta.url)('pino-pretty') as typeof PinoPretty;
  return pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss.l', sync: true });
}

/**
 * What an error says, without what libraries hang on it: pg's carry the whole connection, and the row that was refused
 * with all that somebody has typed into it.
 */
export function describeError(error: unknown): unknown {
  if (!isNativeError(error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message, stack, ...('code' in error ? { code: error.code } : {}) };
}

/** Lets Nest's own messages go the way of ours. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    // Nest tells every route at start: useful, but not at every start.
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    this.logger.error({ context, stack }, String(message));
  }
}
