export interface AuditView {
  /** What the page is about. */
  readonly of: 'account' | 'workspace';
  /** Newest first. */
  readonly days: readonly { readonly day: Date; readonly entries: readonly AuditRow[] }[];
  /** Paths inside the app, unlike those of pages inside a workspace. */
  readonly next?: string;
  readonly first?: string;
}

export interface AuditRow {
  readonly at: Date;
  readonly words: string;
  /** From where it was done, when that is known. */
  readonly address?: string;
}
