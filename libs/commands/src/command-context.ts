/** Who asks, and within what: part of every command. */
export interface CommandContext {
  readonly workspaceId: string;
  readonly actorId: string;
  /** The same for every repetition of one wish: a repeated command answers as the first one did. */
  readonly commandId: string;
  /** Ties together all that came of one request. */
  readonly correlationId: string;
  /** The caller's trace, in the W3C form, when it sent one. */
  readonly traceparent: string | undefined;
}
