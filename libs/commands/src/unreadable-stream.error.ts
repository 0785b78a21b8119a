/**
 * A newer version of the app has written to the stream what this one cannot read, so nothing can be decided on it here.
 * While an update is being rolled out this lasts a moment: the next try may reach a process of the newer version.
 */
export class UnreadableStreamError extends Error {
  constructor(streamId: string, cause: unknown) {
    super(`Stream ${streamId} has an event that this version cannot read`, { cause });
  }
}
