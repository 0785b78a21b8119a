import { newerThanLog, type Shape } from '#libs/read-model';

/** The log was put back from an older backup than the one that the tables were folded from. */
export class AheadOfLogError extends Error {
  constructor({ name }: Shape, shard: number) {
    super(newerThanLog(name, [shard]));
  }
}
