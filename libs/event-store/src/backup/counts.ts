import { UnreadableBackupError, type BackupHeader } from './backup-format.js';

/** Counts the rows of a backup, and compares them with what its header says. */
export class Counts {
  private readonly rows = new Map<string, number>();

  add({ kind, rows }: { readonly kind: string; readonly rows: readonly string[] }): void {
    this.rows.set(kind, this.of(kind) + rows.length);
  }

  of(kind: string): number {
    return this.rows.get(kind) ?? 0;
  }

  /** @throws UnreadableBackupError if there are more or fewer */
  compare(header: BackupHeader | undefined): void {
    const tables = Object.entries(header?.tables ?? {}).map(([name, { rows }]) => [name, rows] as const);
    const said = [['workspace', header?.workspaces], ['event', header?.events], ...tables] as const;
    if (said.some(([kind, count]) => this.of(kind) !== count)) {
      throw new UnreadableBackupError('The backup is damaged: it does not hold what its header says.');
    }
  }
}
