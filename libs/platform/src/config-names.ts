/** The names of what is given; those with an empty value are left out before. */
type Given = Readonly<Record<string, string | undefined>>;

interface Known {
  /** Every variable that is read. */
  readonly names: readonly string[];
  /** Those that may come from a file. */
  readonly secrets: readonly string[];
  /** The process that reads them, when it may have a login of its own. */
  readonly login: 'web' | 'worker' | undefined;
}

/** What a variable was called before. */
const RENAMED: Readonly<Record<string, string>> = { WORKER_PORT: 'INTERNAL_PORT' };

/**
 * What is wrong with the choice of variables, whatever their values are: a value that would be put aside in silence,
 * because another one wins or nothing reads it, is named instead.
 */
export function wrongNames(given: Given, known: Known): string[] {
  return [
    ...missingDatabase(given, known),
    ...rivals(given, known),
    ...unread(given, known),
    ...spaces(given, known),
  ].map((problem) => `  ${problem}`);
}

/** Whole addresses of the database, each with the way to it through a file. */
const URLS = ['DATABASE_URL', 'WEB_DATABASE_URL', 'WORKER_DATABASE_URL'];

function missingDatabase(given: Given, { login }: Known): string[] {
  const own = login === undefined ? [] : [`${login.toUpperCase()}_DATABASE_URL`];
  const urls = ['DATABASE_URL', ...own].flatMap((name) => [name, `${name}_FILE`]);
  const isGiven = [...urls, 'POSTGRES_HOST'].some((name) => given[name]);
  return isGiven ? [] : ['DATABASE_URL is not set: give DATABASE_URL, or POSTGRES_HOST and its companions'];
}

const REPLICA_URLS = ['DATABASE_REPLICA_URL', 'DATABASE_REPLICA_URL_FILE'];

/** Two that say the same, of which one would win. */
function rivals(given: Given, { secrets }: Known): string[] {
  const urls = URLS.flatMap((name) => [name, `${name}_FILE`]);
  const pairs = [
    ...secrets.map((name) => [name, `${name}_FILE`] as const),
    ...urls.map((name) => [name, 'POSTGRES_HOST'] as const),
    ...REPLICA_URLS.map((name) => [name, 'POSTGRES_REPLICA_HOST'] as const),
  ];
  return pairs
    .filter((pair) => pair.every((name) => given[name] !== undefined))
    .map(([one, other]) => `${one} and ${other} are both set: leave one of them out`);
}

/** Those that look like ours, and that nobody would read. */
function unread(given: Given, known: Known): string[] {
  const files = known.secrets.map((name) => `${name}_FILE`);
  const isRead = (name: string) => known.names.includes(name) || files.includes(name);
  const unknown = Object.keys(given).filter((name) => !isRead(name));
  const companions = Object.keys(given).filter((name) => isRead(name) && isCompanion(name));
  return [
    ...unknown.flatMap((name) => (RENAMED[name] ? [`${name} is called ${RENAMED[name]} now`] : [])),
    ...unknown
      .filter((name) => known.names.some((other) => name === `${other}_FILE`))
      .map((name) => `${name} is not known: only ${known.secrets.join(' and ')} may come from a file`),
    ...(given.POSTGRES_HOST === undefined
      ? companions.map((name) => `${name} goes with POSTGRES_HOST, which is not set${instead(name)}`)
      : unknown.filter(isCompanion).map((name) => `${name} is not known: is it ${nearest(known.names)}?`)),
  ];
}

/** What says the same beside whole addresses. */
function instead(name: string): string {
  if (name === 'POSTGRES_REPLICA_HOST') return ': beside DATABASE_URL give DATABASE_REPLICA_URL';
  const login = /^POSTGRES_(WEB|WORKER)_PASSWORD/.exec(name)?.[1];
  return login === undefined ? '' : `: beside DATABASE_URL give ${login}_DATABASE_URL`;
}

const nearest = (names: readonly string[]) =>
  names
    .filter(isCompanion)
    .join(', ')
    .replace(/, (\w+)$/, ' or $1');

/** Not what Kubernetes says of a Service that is called postgres. */
function isCompanion(name: string): boolean {
  return /^POSTGRES_(?!HOST$)/.test(name) && !/_SERVICE_(HOST|PORT)|_PORT_\d+_/.test(name);
}

const isAddress = (name: string) => name.endsWith('_URL');

/** Nobody sees them, and some are read with them, some without. A password may have them. */
function spaces(given: Given, { names, secrets }: Known): string[] {
  return Object.entries(given)
    .filter(([name]) => names.includes(name) && !(secrets.includes(name) && !isAddress(name)))
    .filter(([, value]) => value !== value?.trim())
    .map(([name]) => `${name} begins or ends with a space or a line break`);
}
