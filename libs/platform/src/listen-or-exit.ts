/** Waits until a port is open. When another program has it, says so in one line and ends the process with code 2. */
export async function listenOrExit(opening: Promise<unknown>, port: number): Promise<void> {
  await opening.catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    process.stderr.write(
      `Port ${port} is taken by another program: end that one, or configure another port.\n`,
    );
    process.exit(2);
  });
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
