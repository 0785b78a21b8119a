/** A path with more in its query; what is undefined is left out. */
export function addToPath(path: string, fields: Readonly<Record<string, string | undefined>>): string {
  const [pathname = '', query] = path.split('?');
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) search.set(name, value);
  return search.size > 0 ? `${pathname}?${search.toString()}` : pathname;
}
