import { createHash } from 'node:crypto';
import { parseEnd, UnreadableBackupError } from './backup-format.js';

/** Computes the checksum of a backup's lines, and compares it with the one in the last line. */
export class Checksum {
  private readonly hash = createHash('sha256');
  private isEmpty = true;
  private expected: string | undefined;

  /**
   * Adds lines. Removes the last line of the backup from the array if it is there.
   *
   * @throws UnreadableBackupError if another line follows it
   */
  add(lines: string[]): void {
    if (this.expected !== undefined) {
      throw new UnreadableBackupError('The backup is damaged: it goes on behind its end.');
    }
    this.isEmpty = false;
    this.expected = parseEnd(lines.at(-1));
    if (this.expected !== undefined) lines.pop();
    for (const line of lines) this.hash.update(`${line}\n`);
  }

  /** @throws UnreadableBackupError if something is missing or was changed */
  compare(): void {
    if (this.isEmpty) throw new UnreadableBackupError('The backup is empty.');
    if (this.expected === undefined) {
      throw new UnreadableBackupError('The backup is cut off: its end is missing.');
    }
    if (this.hash.digest('hex') !== this.expected) {
      throw new UnreadableBackupError('The backup is damaged: its checksum is another one.');
    }
  }
}
