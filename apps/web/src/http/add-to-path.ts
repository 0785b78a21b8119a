/** A path with more in its query; what is undefined is left out. What was there under the same name is replaced. */
export function addToPath(path: string, fields: Readonly<Record<string, string | undefined>>): string {
  const added = new Map(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, `${name}=${encodeURIComponent(value)}`]],
    ),
  );
  const [pathname = '', query] = path.split('?');
  const kept = query === undefined ? [] : query.split('&').filter((field) => !added.has(nameOf(field)));
  const all = [...kept, ...added.values()];
  return all.length > 0 ? `${pathname}?${all.join('&')}` : pathname;
}

const nameOf = (field: string) => field.split('=', 1)[0] ?? '';
