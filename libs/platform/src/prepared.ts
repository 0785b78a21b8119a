import type { QueryConfig } from 'pg';

/**
 * The names of all statements that this process has sent. There are as many as there are statements in the code, since
 * values travel beside a statement and never in it.
 */
const names = new Map<string, string>();

/** A statement that the server parses once on each connection, and whose plan it may keep. */
export function prepared(text: string, values: readonly unknown[]): QueryConfig {
  let name = names.get(text);
  if (name === undefined) {
    name = `statement-${names.size + 1}`;
    names.set(text, name);
  }
  return { name, text, values: [...values] };
}
