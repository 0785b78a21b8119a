const LENGTH = 8;

/**
 * What every word in the index begins with: the end of its workspace's id. So a word is looked up among those of the workspace
 * only, however many others have it. Two workspaces may have the same mark: who asks says the workspace as well.
 */
export const markOf = (workspaceId: string): string => workspaceId.slice(-LENGTH);

/** Where a word of the index begins, for SQL. */
export const BEHIND_MARK = LENGTH + 1;
