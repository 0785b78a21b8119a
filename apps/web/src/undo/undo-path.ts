/** Where what a command has done is taken back. */
export const undoPath = (commandId: string): string => `/undo/${commandId}`;
