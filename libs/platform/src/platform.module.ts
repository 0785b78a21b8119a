import {
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Config } from './config.js';
import { Database } from './database.js';
import { LOGGER, type Logger } from './logger.js';
import { Metrics } from './metrics.js';
import { Notifications } from './notifications.js';
import type { DatabaseRole } from './session-settings.js';

interface Options {
  readonly config: Config;
  readonly logger: Logger;
  /** Seen in PostgreSQL as `application_name`. */
  readonly name: string;
  /** Whose rights the process has. */
  readonly role: DatabaseRole;
  /** Schemas in which it looks for tables. */
  readonly searchPath: string;
  /** False for a process that writes nothing but what the log can give again. */
  readonly durable: boolean;
}

@Module({})
export class PlatformModule implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
  ) {}

  static for({ config, logger, ...session }: Options): DynamicModule {
    const { databaseUrl: url } = config;
    const database = new Database({ url, logger, ...session });
    const notifications = new Notifications({ url, logger, ...session });
    const providers = [
      { provide: Config, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: Database, useValue: database },
      { provide: Notifications, useValue: notifications },
      Metrics,
    ];
    return { module: PlatformModule, global: true, providers, exports: providers };
  }

  onModuleInit(): void {
    this.notifications.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.notifications.close();
  }

  /** After everything that asks the database has stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
