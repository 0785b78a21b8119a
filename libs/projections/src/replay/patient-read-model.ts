import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config, Database, LOGGER, type Logger } from '#libs/platform';
import { ReadModel, SEARCH_PATH } from '#libs/read-model';
import { MOST_CONNECTIONS } from '../number-of-parts.js';

/**
 * A separate pool for statements that may take minutes, without a statement timeout. It opens connections
 * only when they are needed.
 */
@Injectable()
export class PatientReadModel implements OnApplicationShutdown {
  readonly readModel: ReadModel;
  private readonly database: Database;

  constructor({ databaseUrl: url }: Config, @Inject(LOGGER) logger: Logger) {
    this.database = new Database({
      url,
      logger,
      name: 'garbanzo replay',
      role: 'garbanzo_worker',
      searchPath: SEARCH_PATH,
      durable: false,
      max: MOST_CONNECTIONS,
      patient: true,
    });
    this.readModel = new ReadModel(this.database);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
