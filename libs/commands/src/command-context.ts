/** Who sends a command, in which workspace and request. Part of every command. */
export interface CommandContext {
  readonly workspaceId: string;
  readonly actorId: string;
  /**
   * The same each time one command is sent again, so that it is carried out once and gets the same answer.
   */
  readonly commandId: string;
  /** The same in all events that result from one request. */
  readonly correlationId: string;
  /** The `traceparent` header of the request, if it had one: https://www.w3.org/TR/trace-context/. */
  readonly traceparent: string | undefined;
}
