/** Workspaces, members and invitations. */
export const workspaces = {};
