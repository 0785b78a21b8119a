/** The names of what is given; those with an empty value are left out before. */
type Given = Readonly<Record<string, string | undefined>>;

interface Known {
  /** Every variable that is read. */
  readonly names: readonly string[];
  /** Those that may come from a file. */
  readonly secrets: readonly string[];
}

/** What a variable was called before. */
const RENAMED: Readonly<Record<string, string>> = { WORKER_PORT: 'INTERNAL_PORT' };

/**
 * What is wrong with the choice of variables, whatever their values are: a value that would be put aside in silence,
 * because another one wins or nothing reads it, is named instead.
 */
export function wrongNames(given: Given, known: Known): string[] {
  return [
    ...missingDatabase(given),
    ...rivals(given, known),
    ...unread(given, known),
    ...spaces(given, known),
  ].map((problem) => `  ${problem}`);
}

function missingDatabase(given: Given): string[] {
  const isGiven = ['DATABASE_URL', 'DATABASE_URL_FILE', 'POSTGRES_HOST'].some((name) => given[name]);
  return isGiven ? [] : ['DATABASE_URL is not set: give DATABASE_URL, or POSTGRES_HOST and its companions'];
}

/** Two that say the same, of which one would win. */
function rivals(given: Given, { secrets }: Known): string[] {
  const pairs = [
    ...secrets.map((name) => [name, `${name}_FILE`] as const),
    ...['DATABASE_URL', 'DATABASE_URL_FILE'].map((name) => [name, 'POSTGRES_HOST'] as const),
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
      ? companions.map((name) => `${name} goes with POSTGRES_HOST, which is not set`)
      : unknown.filter(isCompanion).map((name) => `${name} is not known: is it ${nearest(known.names)}?`)),
  ];
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

/** Nobody sees them, and some are read with them, some without. A password may have them. */
function spaces(given: Given, { names, secrets }: Known): string[] {
  return Object.entries(given)
    .filter(([name]) => names.includes(name) && !(secrets.includes(name) && name !== 'DATABASE_URL'))
    .filter(([, value]) => value !== value?.trim())
    .map(([name]) => `${name} begins or ends with a space or a line break`);
}
