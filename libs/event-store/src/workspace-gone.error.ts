/** There is no such workspace (any more): it was erased after somebody was let in. Nothing was appended. */
export class WorkspaceGoneError extends Error {
  constructor(workspaceId: string, cause?: unknown) {
    super(`There is no workspace ${workspaceId}`, { cause });
  }
}
