/**
 * The stream has an event that only a newer version of the app can read, so this version cannot decide on it.
 * During a rolling update this does not last: the next try may reach a process of the newer version.
 */
export class UnreadableStreamError extends Error {
  constructor(streamId: string, cause: unknown) {
    super(`Stream ${streamId} has an event that this version cannot read`, { cause });
  }
}
