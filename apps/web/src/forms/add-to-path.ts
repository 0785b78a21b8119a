/** A path with more in its query; what is undefined is left out. */
export function addToPath(path: string, fields: Readonly<Record<string, string | undefined>>): string {
  const { pathname, searchParams } = new URL(path, 'http://here');
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) searchParams.set(name, value);
  return searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname;
}
