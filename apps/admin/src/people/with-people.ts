import { PeopleStore } from '#libs/accounts';
import { withDatabase } from '../with-database.js';

/** Runs the work with the tables about people, connected as the owner. */
export function withPeople<Result>(work: (store: PeopleStore) => Promise<Result>): Promise<Result> {
  return withDatabase((database) => work(new PeopleStore(database)));
}
