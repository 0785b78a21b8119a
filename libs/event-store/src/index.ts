/**
 * The log: appends events, reads a stream or the events after a position, backs up and restores, erases a
 * workspace. It is generic: it must not know what a to-do is, and it never changes an event.
 */
export { Appender, type Append, type Appended, type NewEvent, type StreamVersion } from './appender.js';
export { readAfter } from './read-after.js';
export { FORMAT as BACKUP_FORMAT, UnreadableBackupError, type BackupHeader } from './backup/backup-format.js';
export type { KeptTable } from './backup/kept-table.js';
export { checkBackup, readHeader } from './backup/read-backup.js';
export { NotEmptyError, refuseContent } from './backup/refuse-content.js';
export { restoreLog } from './backup/restore-log.js';
export { packBackup, writeBackup, type Output } from './backup/write-backup.js';
export {
  countWorkspaceEvents,
  eraseEvents,
  eraseRequestedEvents,
  findRequestedErasures,
  findShards,
  type WorkspaceShards,
} from './erase-events.js';
export { APPENDS, READS_LOG } from './needs.js';
export { findCommand } from './find-command.js';
export { formatToken, parseToken, type Token } from './token.js';
export { StreamReader, type StreamId } from './stream-reader.js';
export { readHeads, readStreams, type Head } from './read-streams.js';
export { readStream } from './read-stream.js';
export { STORED_EVENT, type StoredEvent } from './stored-event.js';
export { upcast, type EventCatalogue, type EventIn } from './upcast.js';
export { DEFAULT_WORKSPACE, SHARD_COUNT, Workspaces } from './workspaces.js';
export { MayNotWriteError } from './may-not-write.error.js';
export { WorkspaceGoneError } from './workspace-gone.error.js';
export { EventStoreModule } from './event-store.module.js';
