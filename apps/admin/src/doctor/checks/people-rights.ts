import { peopleTables } from '#libs/accounts';

/** What nobody changes or removes, whoever has taken over a web process. */
const APPENDED = 'audit_entries';
/** Rights on it are those of the log. */
const OF_THE_LOG = 'workspaces';

const names = peopleTables()
  .map(({ name }) => name)
  .filter((name) => name !== OF_THE_LOG);

/** What web needs to let people in, and what it must not have. */
export const PEOPLE_TABLES = {
  all: names,
  appended: names.filter((name) => name === APPENDED),
  changed: names.filter((name) => name !== APPENDED),
};
