import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config, Database, LOGGER, type Logger } from '#libs/platform';
import { ReadModel, SEARCH_PATH } from '#libs/read-model';

/** Connections of their own for work in which a statement may take minutes. None is open while there is no such work. */
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
      patient: true,
    });
    this.readModel = new ReadModel(this.database);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
