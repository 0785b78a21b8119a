import { MOST_CONNECTIONS } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import { withDatabase } from './with-database.js';

/** Runs the work with the rights of a worker, and without a statement timeout. */
export function withReadModel<Result>(work: (readModel: ReadModel) => Promise<Result>): Promise<Result> {
  return withDatabase((database) => work(new ReadModel(database)), {
    role: 'garbanzo_worker',
    durable: false,
    max: MOST_CONNECTIONS,
  });
}
