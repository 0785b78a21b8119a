export interface TodoRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly listId: string;
  readonly title: string;
  readonly sortOrder: string;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly removedAt: Date | null;
  readonly version: number;
}
