/** Others changed the same thing again and again while this command was being decided. Nothing was written. */
export class ConflictError extends Error {
  constructor(streamId: string) {
    super(`Stream ${streamId} changed during every try`);
  }
}
