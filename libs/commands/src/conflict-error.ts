/** Other commands changed the stream during every attempt to decide this one. Nothing was written. */
export class ConflictError extends Error {
  constructor(streamId: string) {
    super(`Stream ${streamId} changed during every try`);
  }
}
