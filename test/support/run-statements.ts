import pg from 'pg';

/** Runs statements, each for itself, and answers the rows of the last. */
export async function runStatements(
  url: string,
  ...statements: readonly string[]
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let rows: readonly Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** Where another database of the same server is, or the same for another user. */
export function another(url: string, database: string, user?: { name: string; password: string }): string {
  const other = new URL(url);
  other.pathname = database;
  if (user !== undefined) Object.assign(other, { username: user.name, password: user.password });
  return other.href;
}
