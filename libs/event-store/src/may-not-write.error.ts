/** Who appends is no member of the workspace, or may only look at it: that has changed after they were let in. Nothing was appended. */
export class MayNotWriteError extends Error {
  constructor(workspaceId: string, cause?: unknown) {
    super(`This actor may not write in the workspace ${workspaceId}`, { cause });
  }
}
